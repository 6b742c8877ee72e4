package shopbell;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.List;
import java.util.function.Consumer;
import shopbell.security.ResponseHeaders;

/** Which address leads where. */
final class Routes {
  private static final long MOST_BYTES = 1024 * 1024;
  private static final int MONTH_SECONDS = 30 * 24 * 3600;
  private static final List<Integer> CLIENT_ERRORS = List.of(400, 404, 405, 406, 413, 415);

  /** What stands behind the addresses; {@code open} is mounted before the gate, {@code api} behind it. */
  record Parts(
      ResponseHeaders headers,
      Handler<RoutingContext> desk,
      Handler<RoutingContext> doors,
      Handler<RoutingContext> gate,
      Consumer<Router> open,
      Consumer<Router> api) {}

  private final Parts parts;

  Routes(Parts parts) {
    this.parts = parts;
  }

  /** A router of its own, for one event loop. */
  Router router(Vertx vertx) {
    FailureHandler failures = new FailureHandler();
    Router router = Router.router(vertx);
    router.route().handler(parts.headers()).failureHandler(failures);
    router.get("/ws/desk").handler(parts.desk());
    router.post("/in/:name").handler(parts.doors());
    router.post("/in/:name/:key").handler(parts.doors());
    router
        .get("/api/v1/openapi.yaml")
        .handler(ctx -> document(ctx, "api/openapi.yaml", "application/yaml"));
    router.route("/api/v1/*").subRouter(api(vertx));
    router.get("/schemas/*").handler(files("schemas", 0));
    router.get("/webjars/*").handler(files("META-INF/resources/webjars", MONTH_SECONDS));
    router.get().handler(files("webroot", 0));
    CLIENT_ERRORS.forEach(status -> router.errorHandler(status, failures));
    router.errorHandler(500, failures);
    return router;
  }

  private Router api(Vertx vertx) {
    Router api = Router.router(vertx);
    api.route().handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES));
    parts.open().accept(api);
    api.route().handler(parts.gate());
    parts.api().accept(api);
    return api;
  }

  /** What has its version in its address may stay for a month; all else is asked for each time. */
  private static StaticHandler files(String folder, int seconds) {
    return StaticHandler.create(FileSystemAccess.RELATIVE, folder)
        .setCachingEnabled(seconds > 0)
        .setMaxAgeSeconds(seconds)
        .setIndexPage("index." + (folder.equals("schemas") ? "json" : "html"))
        .setIncludeHidden(false);
  }

  private static void document(RoutingContext ctx, String resource, String type) {
    ctx.response()
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "no-cache")
        .sendFile(resource)
        .onFailure(ctx::fail);
  }
}
