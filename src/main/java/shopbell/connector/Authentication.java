package shopbell.connector;

import java.util.Optional;

/**
 * How a request is authenticated.
 *
 * @param name of the header or query parameter, for those kinds
 * @param template its value, {@code {token}} in it being the operator's; such as {@code Token token={token}}
 */
public record Authentication(
    AuthenticationKind kind, Optional<String> name, Optional<String> template) {
  /** CLIENT_CREDENTIALS is OAuth 2.0's grant of that name (RFC 6749, 4.4). */
  public enum AuthenticationKind {
    NONE,
    BEARER,
    BASIC,
    HEADER,
    QUERY,
    CLIENT_CREDENTIALS
  }

  public Authentication {
    boolean named = kind == AuthenticationKind.HEADER || kind == AuthenticationKind.QUERY;
    if (named && name.isEmpty()) {
      throw new IllegalArgumentException("authentication by header or query needs its name");
    }
  }

  /** The value of the header or parameter. */
  public String value(String token) {
    return template.orElse("{token}").replace("{token}", token);
  }
}
