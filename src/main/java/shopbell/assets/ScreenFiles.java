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
 * Answers with the page and its files. The page is asked for anew each time, its files are kept by browsers for a year: their
 * names change with their content. Where the program runs beside a folder {@code webroot}, an edited file is in the next page.
 */
public final class ScreenFiles {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final Pattern SCRIPT = Pattern.compile("[\\w.-]+\\.[0-9a-f]{16}\\.js");

  /** A page of an older version asks for a script that is no more: it is loaded anew. */
  private static final String LOAD_ANEW =
      "location.reload()\nexport default () => new Promise(() => {})\n";

  private Webroot webroot;
  private volatile ScreenBundle screenBundle;

  /** Nothing is read before the first page is asked for. */
  public ScreenFiles() {
    webroot = new Webroot(Path.of("webroot"));
  }

  /** Takes the page's addresses and those of its files, for GET alone; all others are left to who comes next. */
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

  /** Files are read, and all is compressed, on a worker. */
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
