package shopbell.security;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import shopbell.config.PublicAddress;

/**
 * How our cookies are called: behind https with a prefix by which browsers keep other hosts and plain http from setting them
 * (RFC 6265bis, 4.1.3). Below a path of a site that has other things it is {@code __Secure-}, as {@code __Host-} would show
 * them to the whole site.
 *
 * @param session of the screen in a window of its own
 * @param embedded of a screen that another site's page embeds; browsers keep it for that site alone
 * @param device of a browser on which somebody has signed in before
 */
public record CookieNames(String session, String embedded, String device) {
  private static final String SESSION = "shopbell_session";

  /** Without https no browser would keep a prefix. */
  public static CookieNames of(PublicAddress address) {
    String prefix = address.secure() ? address.path().isEmpty() ? "__Host-" : "__Secure-" : "";
    // the device's sorts behind the session's, which clients may take as the first one
    return new CookieNames(
        prefix + SESSION, prefix + "shopbell_embedded", prefix + "shopbell_trusted_device");
  }

  /** The session that {@code request} shows, of whichever kind. */
  Optional<String> token(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(session))
        .or(() -> Optional.ofNullable(request.getCookie(embedded)))
        .map(Cookie::getValue);
  }
}
