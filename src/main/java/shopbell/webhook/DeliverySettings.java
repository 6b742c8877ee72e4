package shopbell.webhook;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;
import shopbell.remote.RemoteSettings;

/**
 * The configuration under {@code deliveries.NAME}.
 *
 * @param kind {@code webhook}, or the name of a connector with an action
 * @param events the events a webhook is told of; a connector names its own
 * @param system the system to which the ids of an action's customers belong
 * @param remote the receiver; the secret of a webhook is its token
 */
public record DeliverySettings(
    String kind, Set<EventType> events, String system, RemoteSettings remote) {
  private static final String SECTION = "deliveries";
  private static final String WEBHOOK = "webhook";

  public DeliverySettings {
    events = Set.copyOf(events);
    if (kind.equals(WEBHOOK) && remote.token().isEmpty()) {
      throw InvalidConfiguration.missing(
          remote.where() + ".secret", "the receiver knows by it that a message is ours");
    }
  }

  /** All receivers by their names; InvalidConfiguration for an invalid one. */
  public static Map<String, DeliverySettings> all(Settings settings) {
    Map<String, DeliverySettings> all = new TreeMap<>();
    settings.named(SECTION).forEach((name, keys) -> all.put(name, of(name, keys)));
    return all;
  }

  private static DeliverySettings of(String name, Map<String, String> keys) {
    String kind = keys.getOrDefault("kind", WEBHOOK);
    String system = keys.getOrDefault("system", name);
    if (!kind.equals(WEBHOOK)) {
      return new DeliverySettings(kind, Set.of(), system, RemoteSettings.of(SECTION, name, keys));
    }
    Map<String, String> signed = new HashMap<>(keys);
    Optional.ofNullable(keys.get("secret")).ifPresent(secret -> signed.put("token", secret));
    Set<String> words = Optional.ofNullable(keys.get("events"))
        .map(listed -> Set.copyOf(List.of(listed.strip().split("[,\\s]+", -1))))
        .orElse(EventType.words());
    return new DeliverySettings(
        kind,
        events(SECTION + "." + name, words),
        system,
        RemoteSettings.of(SECTION, name, signed));
  }

  /** Whether messages are signed and sent as they are, without a connector. */
  boolean webhook() {
    return kind.equals(WEBHOOK);
  }

  /** InvalidConfiguration for a word that is no event. */
  static Set<EventType> events(String where, Set<String> words) {
    Set<EventType> events = EnumSet.noneOf(EventType.class);
    for (String word : words) {
      events.add(EventType.of(word)
          .orElseThrow(() -> new InvalidConfiguration(where + ".events is a list of "
              + String.join(", ", new TreeSet<>(EventType.words())))));
    }
    return events;
  }
}
