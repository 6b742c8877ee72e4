package shopbell.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import shopbell.config.PublicAddress;

/**
 * Adds the security headers to every response: only our own scripts and styles, no other site's, and no string becomes
 * code.
 *
 * <p>Trusted Types admits the policy {@code vue} alone, which Vue creates for its static content.
 */
public final class SecurityHeaders implements Handler<RoutingContext> {
  /** Required by browsers' preload lists and by ASVS 14.4.5: a year, in seconds. */
  private static final String HTTPS_ALONE = "max-age=31536000";

  private final String policy;
  private final boolean httpsAlone;

  /** {@code address} is the one that browsers use. */
  public SecurityHeaders(PublicAddress address, FrameAncestors frameAncestors) {
    // below a path the host belongs to another site too, which sets its own policy
    httpsAlone = address.secure() && address.path().isEmpty();
    policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; manifest-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors " + frameAncestors.sources()
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
    if (httpsAlone) {
      headers.set("Strict-Transport-Security", HTTPS_ALONE);
    }
    ctx.next();
  }
}
