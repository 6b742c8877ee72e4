package shopbell.ingress;

import java.util.Map;
import java.util.Optional;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Secret;

/**
 * The configuration under {@code ingress.NAME}.
 *
 * @param key a key that opens this door alone, besides those made by {@code key add}
 * @param authToken the secret the vendor signs with
 * @param url the exact address the sender was given, where a proxy changes it
 * @param queue the queue of an arrival whose sender names none
 */
public record DoorSettings(
    String name,
    String kind,
    Optional<Secret> key,
    Optional<Secret> authToken,
    Optional<String> url,
    Optional<String> queue) {
  public DoorSettings {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,49}")) {
      throw new InvalidConfiguration("ingress." + name
          + ": a door's name has small letters, digits and -, for it stands in an address");
    }
  }

  /** From the keys below {@code ingress.NAME}. */
  public static DoorSettings of(String name, Map<String, String> keys) {
    return new DoorSettings(
        name,
        given(keys, "kind")
            .orElseThrow(() -> new InvalidConfiguration("ingress." + name + ".kind is missing")),
        given(keys, "key").map(Secret::new),
        given(keys, "authToken").map(Secret::new),
        given(keys, "url"),
        given(keys, "queue"));
  }

  private static Optional<String> given(Map<String, String> keys, String key) {
    return Optional.ofNullable(keys.get(key)).map(String::strip).filter(value -> !value.isEmpty());
  }
}
