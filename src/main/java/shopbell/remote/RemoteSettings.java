package shopbell.remote;

import java.util.Map;
import java.util.Optional;
import shopbell.config.Secret;

/**
 * What the operator has written of one system.
 *
 * @param where the key all others stand under, such as {@code sources.crm}
 * @param user also the client id of OAuth 2.0, {@code password} its secret
 * @param set values of the connector's own, which its expressions see as {@code $set}
 */
public record RemoteSettings(
    String where,
    String name,
    String url,
    Optional<Secret> token,
    Optional<String> user,
    Optional<Secret> password,
    Optional<String> tokenUrl,
    Map<String, String> set) {
  public RemoteSettings {
    set = Map.copyOf(set);
  }

  /** From the keys below {@code section.name}. */
  public static RemoteSettings of(String section, String name, Map<String, String> keys) {
    return new RemoteSettings(
        section + "." + name,
        name,
        keys.getOrDefault("url", ""),
        given(keys, "token").map(Secret::new),
        given(keys, "user"),
        given(keys, "password").map(Secret::new),
        given(keys, "tokenUrl"),
        Map.of());
  }

  private static Optional<String> given(Map<String, String> keys, String key) {
    return Optional.ofNullable(keys.get(key)).map(String::strip).filter(value -> !value.isEmpty());
  }
}
