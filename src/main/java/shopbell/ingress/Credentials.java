package shopbell.ingress;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The key in a request's {@code Authorization} header, in the two ways machines send it. */
public final class Credentials {
  private Credentials() {}

  /** Empty when there is none, or it is of another kind. */
  public static Optional<String> bearer(HttpServerRequest request) {
    return of("bearer", request);
  }

  /** The user name; what stands behind a colon does not matter. Empty when it is not well encoded. */
  public static Optional<String> basicUser(HttpServerRequest request) {
    return of("basic", request).flatMap(Credentials::user).filter(user -> !user.isEmpty());
  }

  private static Optional<String> of(String kind, HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .map(header -> header.strip().split("\\s+", 2))
        .filter(parts -> parts.length == 2 && parts[0].equalsIgnoreCase(kind))
        .map(parts -> parts[1]);
  }

  private static Optional<String> user(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return Optional.of(pair.split(":", 2)[0]);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
