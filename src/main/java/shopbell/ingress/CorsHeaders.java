package shopbell.ingress;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets pages of every origin send here, because a tracking script does that; answers the browser's preflight request.
 * No cookie of ours is read behind it.
 *
 * <p>Headers are granted as requested: the clients send
 * {@code Authorization, AnonymousId, SentAt, X-Retry-Count, Rsa-*}, and with credentials browsers ignore a star.
 */
public final class CorsHeaders implements Handler<RoutingContext> {
  private static final String MAX_AGE_SECONDS = "900";

  @Override
  public void handle(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    MultiMap headers = ctx.response().headers();
    String origin = request.getHeader("Origin");
    headers.set("Cross-Origin-Resource-Policy", "cross-origin").add("Vary", "Origin");
    if (origin != null) {
      headers
          .set("Access-Control-Allow-Origin", origin)
          .set("Access-Control-Allow-Credentials", "true")
          .set("Access-Control-Expose-Headers", "Retry-After");
    }
    if (HttpMethod.OPTIONS.equals(request.method())) {
      granted(request, headers);
      ctx.response().setStatusCode(204).end();
    } else {
      ctx.next();
    }
  }

  /** Grants the preflight request's method and headers. */
  static void granted(HttpServerRequest request, MultiMap headers) {
    headers
        .set("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
        .set("Access-Control-Max-Age", MAX_AGE_SECONDS);
    String asked = request.getHeader("Access-Control-Request-Headers");
    if (asked != null) {
      headers
          .set("Access-Control-Allow-Headers", asked)
          .add("Vary", "Access-Control-Request-Headers");
    }
  }
}
