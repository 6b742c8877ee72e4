package shopbell.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import shopbell.json.Json;

/** The two ways to answer well. */
public final class JsonResponses {
  private JsonResponses() {}

  /** Ends the response with {@code value} as JSON; no cache keeps it. */
  public static void json(RoutingContext ctx, int status, Object value) {
    HttpServerResponse response = ctx.response();
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(Json.write(value));
  }

  /** The name in the address, as it may stand in the store. */
  public static String name(RoutingContext ctx) {
    return ctx.pathParam("name").replace("\0", "");
  }

  /** Ends the response with 204; no cache keeps it. */
  public static void nothing(RoutingContext ctx) {
    ctx.response().setStatusCode(204).putHeader("Cache-Control", "no-store").end();
  }
}
