package shopbell.remote;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import shopbell.config.Durations;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Secret;

/**
 * The configuration of one system.
 *
 * @param where the prefix of its keys, such as {@code sources.crm}
 * @param user also the client id of OAuth 2.0, {@code password} its secret
 * @param plainHttp whether an address without TLS is accepted although it is not this machine's own
 * @param timeout for one request and its whole response
 * @param set the connector's own values, which its expressions see as {@code $set}
 */
public record RemoteSettings(
    String where,
    String name,
    String url,
    Optional<Secret> token,
    Optional<String> user,
    Optional<Secret> password,
    Optional<String> tokenUrl,
    boolean plainHttp,
    Duration timeout,
    Map<String, String> set) {
  private static final String OWN = "set.";
  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(15);

  public RemoteSettings {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,49}")) {
      throw new InvalidConfiguration(where + ": a name here has small letters, digits and -");
    }
    set = Map.copyOf(set);
  }

  /** From the keys below {@code section.name}. */
  public static RemoteSettings of(String section, String name, Map<String, String> keys) {
    String where = section + "." + name;
    Map<String, String> set = new TreeMap<>();
    keys.forEach((key, value) -> {
      if (key.startsWith(OWN)) {
        set.put(key.substring(OWN.length()), value);
      }
    });
    return new RemoteSettings(
        where,
        name,
        keys.getOrDefault("url", ""),
        given(keys, "token").map(Secret::new),
        given(keys, "user"),
        given(keys, "password").map(Secret::new),
        given(keys, "tokenUrl"),
        keys.getOrDefault("plainHttp", "false").equals("true"),
        Durations.of(where + ".timeout", keys.get("timeout"), USUAL_TIMEOUT),
        set);
  }

  /** A copy with this timeout. */
  public RemoteSettings within(Duration longest) {
    return new RemoteSettings(
        where, name, url, token, user, password, tokenUrl, plainHttp, longest, set);
  }

  private static Optional<String> given(Map<String, String> keys, String key) {
    return Optional.ofNullable(keys.get(key)).map(String::strip).filter(value -> !value.isEmpty());
  }
}
