package shopbell.security;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Set;
import shopbell.config.PublicAddress;
import shopbell.model.Rejected;

/**
 * Whether a browser's request comes from our own page; SameSite cookies alone do not cover WebSockets everywhere.
 *
 * <p>Scheme, host and port all count (RFC 6454, 5). With {@code http.publicUrl} its origin is the only one. Without it
 * there is no TLS proxy, so ours is http and the requested host, which {@link AllowedHosts} has let pass.
 */
public final class OriginCheck {
  private static final Set<HttpMethod> HARMLESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final String publicOrigin;

  /** {@code address} as browsers see it; empty where none is configured. */
  public OriginCheck(PublicAddress address) {
    this.publicOrigin = address.origin();
  }

  /** FORBIDDEN when a page of another site makes a call that changes something. */
  public void check(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    if (!HARMLESS.contains(request.method()) && origin != null) {
      must(own(origin, request));
    }
  }

  /** FORBIDDEN unless our own page opens it; a browser always sends the origin of a WebSocket. */
  public void checkSocket(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    must(origin != null && own(origin, request));
  }

  private boolean own(String origin, HttpServerRequest request) {
    String given = origin.toLowerCase(Locale.ROOT);
    if (!publicOrigin.isEmpty()) {
      return given.equals(publicOrigin);
    }
    // browsers leave out the scheme's own port
    return request.authority() != null
        && given.equals("http://"
            + request.authority().toString().toLowerCase(Locale.ROOT).replaceFirst(":80$", ""));
  }

  private static void must(boolean own) {
    if (!own) {
      throw new Rejected(
          Rejected.Reason.FORBIDDEN,
          "This call comes from another site's page, or from an address that is not the one in http.publicUrl.");
    }
  }
}
