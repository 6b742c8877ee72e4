package shopbell.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import shopbell.json.Json;

/** Successful responses: JSON with a status, or 204. */
public final class JsonResponses {
  private JsonResponses() {}

  /** Ends the response with {@code value} as JSON; not cacheable. */
  public static void json(RoutingContext ctx, int status, Object value) {
    HttpServerResponse response = ctx.response();
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(Json.write(value));
  }

  /** The {@code :name} of the path without null characters, which the store refuses. */
  public static String name(RoutingContext ctx) {
    return ctx.pathParam("name").replace("\0", "");
  }

  /** Ends the response with 204; not cacheable. */
  public static void nothing(RoutingContext ctx) {
    ctx.response().setStatusCode(204).putHeader("Cache-Control", "no-store").end();
  }
}
