package shopbell.api;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import shopbell.model.Rejected;
import shopbell.security.CookieNames;
import shopbell.security.SignIn;

/**
 * The cookies of a session: {@code SameSite=Strict} for our own window, and for a screen inside another site's page
 * {@code SameSite=None; Secure; Partitioned} (CHIPS, draft-cutler-httpbis-partitioned-cookies), which a browser keeps
 * for that site alone, even where it blocks third-party cookies.
 */
final class SessionCookies {
  private final CookieNames names;
  private final boolean secure;
  private final boolean trustworthy;
  private final boolean embeddable;
  private final String path;

  SessionCookies(SessionApi.Surroundings surroundings) {
    names = CookieNames.of(surroundings.address());
    secure = surroundings.address().secure();
    // browsers trust an address of this machine like https (W3C Secure Contexts, 3.1)
    trustworthy = secure || surroundings.loopback();
    embeddable = surroundings.embeddable();
    path = surroundings.address().path() + "/";
  }

  /** FORBIDDEN where no page may embed the screen, or browsers would drop the cookie of an embedded one. */
  void checkEmbedded() {
    if (!embeddable) {
      throw new Rejected(
          Rejected.Reason.FORBIDDEN,
          "No page may embed this screen; http.frameAncestors names those that may.");
    }
    if (!trustworthy) {
      throw new Rejected(
          Rejected.Reason.FORBIDDEN,
          "Browsers keep the session of an embedded screen only behind https; http.publicUrl says that it is.");
    }
  }

  void open(HttpServerResponse response, SignIn.Opened opened, boolean embedded) {
    String name = embedded ? names.embedded() : names.session();
    add(response, cookie(name, opened.token(), SignIn.SESSION, embedded), embedded);
    add(response, cookie(names.device(), opened.device(), SignIn.DEVICE, embedded), embedded);
  }

  void close(HttpServerRequest request) {
    boolean embedded = request.getCookie(names.embedded()) != null;
    String name = embedded ? names.embedded() : names.session();
    add(request.response(), cookie(name, "", Duration.ZERO, embedded), embedded);
  }

  /** The value of the device cookie in {@code request}; empty without one. */
  String device(HttpServerRequest request) {
    Cookie device = request.getCookie(names.device());
    return device == null ? "" : device.getValue();
  }

  private Cookie cookie(String name, String value, Duration lasts, boolean embedded) {
    return Cookie.cookie(name, value)
        .setPath(path)
        .setHttpOnly(true)
        .setMaxAge(lasts.toSeconds())
        .setSameSite(embedded ? CookieSameSite.NONE : CookieSameSite.STRICT)
        .setSecure(secure || embedded);
  }

  private static void add(HttpServerResponse response, Cookie cookie, boolean embedded) {
    // the attribute has no setter in Vert.x 5.0
    String partitioned = embedded ? "; Partitioned" : "";
    response.headers().add(HttpHeaders.SET_COOKIE, cookie.encode() + partitioned);
  }
}
