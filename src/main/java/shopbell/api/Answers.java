package shopbell.api;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import shopbell.json.Json;

/** The two ways to answer well. */
final class Answers {
  private Answers() {}

  static void json(RoutingContext ctx, int status, Object value) {
    HttpServerResponse response = ctx.response();
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(Json.write(value));
  }

  /** The name in the address, as it may stand in the store. */
  static String name(RoutingContext ctx) {
    return ctx.pathParam("name").replace("\0", "");
  }

  static void nothing(RoutingContext ctx) {
    ctx.response().setStatusCode(204).putHeader("Cache-Control", "no-store").end();
  }
}
