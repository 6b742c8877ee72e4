package shopbell.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.regex.Pattern;

/** Checks a request's head before any other handler. */
final class RequestHeadCheck {
  /** A percent sign without two hexadecimal digits behind it (RFC 3986, 2.1). */
  private static final Pattern BAD_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");

  private RequestHeadCheck() {}

  /** False for an address that cannot be decoded, and for HTTP/1.1 without one well formed {@code Host} (RFC 9112, 3.2). */
  static boolean wellFormed(HttpServerRequest request) {
    return !BAD_PERCENT.matcher(request.uri()).find() && hosted(request);
  }

  private static boolean hosted(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_1_0
        || (request.headers().getAll("Host").size() == 1 && request.authority() != null);
  }
}
