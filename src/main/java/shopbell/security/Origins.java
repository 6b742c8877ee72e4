package shopbell.security;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Set;
import shopbell.model.Rejected;

/** Whether a browser's request comes from our own page; SameSite cookies alone do not cover WebSockets everywhere. */
public final class Origins {
  private static final Set<HttpMethod> HARMLESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final String publicOrigin;

  /** {@code publicOrigin} as browsers see it where a proxy changes the host; empty when none does. */
  public Origins(String publicOrigin) {
    this.publicOrigin = publicOrigin;
  }

  /** FORBIDDEN when a page of another site makes a call that changes something. */
  public void check(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    if (!HARMLESS.contains(request.method()) && origin != null) {
      must(own(origin, request));
    }
  }

  /** FORBIDDEN unless our own page asks; a browser always says where a WebSocket comes from. */
  public void checkSocket(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    must(origin != null && own(origin, request));
  }

  private boolean own(String origin, HttpServerRequest request) {
    if (origin.equals(publicOrigin)) {
      return true;
    }
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null
          && request.authority() != null
          && authority.equals(request.authority().toString());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void must(boolean own) {
    if (!own) {
      throw new Rejected(Rejected.Reason.FORBIDDEN, "This call comes from another site's page.");
    }
  }
}
