package shopbell.assets;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Serves the page and its files. The page is revalidated each time, its files are cached by browsers for a year: their
 * names change with their content. Where the program runs beside a folder {@code webroot}, the next page has the edited
 * files.
 */
public final class ScreenFiles {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final Pattern SCRIPT = Pattern.compile("[\\w.-]+\\.[0-9a-f]{16}\\.js");

  /** The reply to a page of an older version that loads a deleted script: it reloads the page. */
  private static final String LOAD_ANEW =
      "location.reload()\nexport default () => new Promise(() => {})\n";

  private Webroot webroot;
  private volatile ScreenBundle screenBundle;

  /** Reads nothing before the first request for the page. */
  public ScreenFiles() {
    webroot = new Webroot(Path.of("webroot"));
  }

  /** Mounts the addresses of the page and its files, for GET alone; other requests are passed on. */
  public void mount(Router router) {
    router.get("/").handler(this::page);
    router.get("/index.html").handler(this::page);
    router.get("/" + ScreenBundle.PLACE + ":name").handler(this::asset);
  }

  private void page(RoutingContext ctx) {
    answer(ctx, this::fresh, made -> {
      HttpServerResponse response =
          ctx.response().putHeader("Cache-Control", "no-cache").putHeader("ETag", made.tag());
      if (made.tag().equals(ctx.request().getHeader("If-None-Match"))) {
        response.setStatusCode(304).end();
      } else {
        response.putHeader("Content-Type", "text/html;charset=UTF-8");
        send(ctx, made.page(), made.gzip());
      }
    });
  }

  private void asset(RoutingContext ctx) {
    String name = ctx.pathParam("name");
    answer(ctx, this::any, made -> {
      Asset asset = made.assets().get(name);
      if (asset != null) {
        ctx.response().putHeader("Cache-Control", FOR_EVER).putHeader("Content-Type", asset.type());
        send(ctx, asset.content(), asset.gzip());
      } else if (SCRIPT.matcher(name).matches()) {
        ctx.response()
            .putHeader("Cache-Control", "no-store")
            .putHeader("Content-Type", "text/javascript;charset=UTF-8")
            .end(LOAD_ANEW);
      } else {
        ctx.fail(404);
      }
    });
  }

  private interface Making {
    ScreenBundle make();
  }

  /** Reads and compresses all files on a worker. */
  private static void answer(RoutingContext ctx, Making making, Handler<ScreenBundle> with) {
    Future<ScreenBundle> made = ctx.vertx().executeBlocking(making::make, false);
    made.onSuccess(with).onFailure(ctx::fail);
  }

  private synchronized ScreenBundle fresh() {
    if (screenBundle == null || webroot.edited()) {
      webroot = new Webroot(Path.of("webroot"));
      screenBundle = ScreenBundle.of(webroot);
    }
    return screenBundle;
  }

  private ScreenBundle any() {
    ScreenBundle made = screenBundle;
    return made == null ? fresh() : made;
  }

  private static void send(RoutingContext ctx, byte[] plain, byte[] gzip) {
    HttpServerResponse response = ctx.response().putHeader("Vary", "Accept-Encoding");
    String accepted = ctx.request().getHeader("Accept-Encoding");
    boolean packed = gzip.length > 0 && accepted != null && accepted.contains("gzip");
    response.putHeader("Content-Encoding", packed ? "gzip" : "identity");
    response.end(Buffer.buffer(packed ? gzip : plain));
  }
}
