package shopbell.security;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import shopbell.config.Settings;

/**
 * What every answer says to a browser: only our own scripts and styles, no other site's, and no string becomes code.
 *
 * <p>Trusted Types admits the policy {@code vue} alone, which Vue creates for its static content.
 */
public final class ResponseHeaders implements Handler<RoutingContext> {
  private final String policy;

  /** {@code http.frameAncestors} as in CSP names who may embed the screen. */
  public ResponseHeaders(Settings settings) {
    policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; manifest-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors " + settings.text("http.frameAncestors")
            + "; require-trusted-types-for 'script'; trusted-types vue";
  }

  @Override
  public void handle(RoutingContext ctx) {
    MultiMap headers = ctx.response().headers();
    headers
        .set("Content-Security-Policy", policy)
        .set("X-Content-Type-Options", "nosniff")
        .set("Referrer-Policy", "no-referrer")
        .set("Cross-Origin-Opener-Policy", "same-origin")
        .set("Cross-Origin-Resource-Policy", "same-origin")
        .set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    ctx.next();
  }
}
