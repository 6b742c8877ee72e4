package shopbell.security;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import shopbell.config.PublicAddress;

/**
 * The names of our cookies: behind https with a prefix by which browsers keep other hosts and plain http from setting
 * them (RFC 6265bis, 4.1.3). Below a path of a shared site it is {@code __Secure-}, because {@code __Host-} would send
 * them to the whole site.
 *
 * @param session of the screen in a window of its own
 * @param embedded of a screen that another site's page embeds; browsers keep it for that site alone
 * @param device of a browser in which a user has signed in before
 */
public record CookieNames(String session, String embedded, String device) {
  private static final String SESSION = "shopbell_session";

  /** Without https, browsers refuse a prefix. */
  public static CookieNames of(PublicAddress address) {
    String prefix = address.secure() ? address.path().isEmpty() ? "__Host-" : "__Secure-" : "";
    // the device's sorts behind the session's, which clients may take as the first one
    return new CookieNames(
        prefix + SESSION, prefix + "shopbell_embedded", prefix + "shopbell_trusted_device");
  }

  /** The session token of {@code request}, from either cookie. */
  Optional<String> token(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(session))
        .or(() -> Optional.ofNullable(request.getCookie(embedded)))
        .map(Cookie::getValue);
  }
}
