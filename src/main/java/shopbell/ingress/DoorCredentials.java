package shopbell.ingress;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The key in a request's {@code Authorization} header, in the two ways machines send it. */
public final class DoorCredentials {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private DoorCredentials() {}

  /** Empty when there is none, or it is of another kind. */
  public static Optional<String> bearer(HttpServerRequest request) {
    return of("bearer", request);
  }

  /** The user name, without what follows a colon. Empty when it is not well encoded. */
  public static Optional<String> basicUser(HttpServerRequest request) {
    return basic(request, 0);
  }

  /** The password after the colon, for systems that require a user name of their own. */
  static Optional<String> basicPassword(HttpServerRequest request) {
    return basic(request, 1);
  }

  private static Optional<String> basic(HttpServerRequest request, int part) {
    return of("basic", request)
        .flatMap(DoorCredentials::pair)
        .map(pair -> pair.split(":", 2))
        .filter(pair -> pair.length > part && !pair[part].isEmpty())
        .map(pair -> pair[part]);
  }

  private static Optional<String> of(String kind, HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .map(header -> BLANKS.split(header.strip(), 2))
        .filter(parts -> parts.length == 2 && parts[0].equalsIgnoreCase(kind))
        .map(parts -> parts[1]);
  }

  private static Optional<String> pair(String encoded) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
