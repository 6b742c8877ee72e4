package shopbell;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.config.DidYouMean;
import shopbell.config.HttpAddress;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;
import shopbell.connector.Connectors;
import shopbell.ingress.Door;
import shopbell.ingress.DoorAccess;
import shopbell.ingress.DoorSettings;
import shopbell.ingress.EventAdapter;
import shopbell.ingress.SocketAdapter;
import shopbell.ingress.asterisk.AsteriskAri;
import shopbell.ingress.cloudevents.CloudEvents;
import shopbell.ingress.connector.ConnectorAdapter;
import shopbell.ingress.sipgate.Sipgate;
import shopbell.ingress.twilio.TwilioTaskRouter;
import shopbell.ingress.twilio.TwilioVoice;
import shopbell.ingress.zammad.ZammadCti;

/** The list of languages a door can speak; a new vendor is one line here. */
public final class IngressAdapters {
  private static final Map<String, Function<DoorSettings, EventAdapter>> KINDS = Map.of(
      "cloudevents", door -> new CloudEvents(),
      "zammad-cti", ZammadCti::new,
      "sipgate", Sipgate::new,
      "twilio-voice", TwilioVoice::new,
      "twilio-taskrouter", TwilioTaskRouter::new,
      "asterisk-ari", AsteriskAri::new);

  private static final Logger LOG = LoggerFactory.getLogger(IngressAdapters.class);

  /** Read as the file says that {@code map} names. */
  private static final String MAPPED = "mapped";

  private IngressAdapters() {}

  /** Every configured door by its name; InvalidConfiguration names the key that is wrong or missing. */
  public static Map<String, Door> doors(Settings settings, Connectors connectors) {
    Map<String, Door> doors = new TreeMap<>();
    settings.named("ingress").forEach((name, keys) -> {
      DoorSettings door = DoorSettings.of(name, keys);
      Function<DoorSettings, EventAdapter> kind = KINDS.get(door.kind());
      EventAdapter adapter = kind == null ? mapped(door, keys, connectors) : kind.apply(door);
      DoorAccess access = DoorAccess.of(name, keys);
      if (adapter instanceof SocketAdapter && access.get().isPresent()) {
        throw new InvalidConfiguration("ingress." + name + ".get: here a GET opens a WebSocket");
      }
      checkAddress(HttpAddress.of(settings), door, adapter);
      doors.put(name, new Door(door, adapter, access));
    });
    DoorAccess.distinct(doors.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().access())));
    return doors;
  }

  /** InvalidConfiguration where a door must know its address and nothing tells it. */
  private static void checkAddress(HttpAddress address, DoorSettings door, EventAdapter adapter) {
    if (!adapter.needsAddress()
        || door.url().isPresent()
        || !address.shown().origin().isEmpty()) {
      return;
    }
    if (address.listen().everywhere()) {
      throw new InvalidConfiguration("ingress." + door.name() + ".url is missing: "
          + door.kind() + " needs the address at which its sender reaches this door. Set it, or"
          + " http.publicUrl for the whole server");
    }
    LOG.warn(
        "ingress.{}: its sender is taken to reach it at http.host; set http.publicUrl if it comes by another address",
        door.name());
  }

  private static EventAdapter mapped(
      DoorSettings door, Map<String, String> keys, Connectors connectors) {
    String where = "ingress." + door.name();
    boolean byMap = door.kind().equals(MAPPED);
    String file = byMap ? keys.getOrDefault("map", "").replaceFirst("[.]yaml$", "") : door.kind();
    Set<String> known = new TreeSet<>(KINDS.keySet());
    known.add(MAPPED);
    connectors.all().forEach((name, loadedConnector) -> {
      if (loadedConnector.connector().door().isPresent()) {
        known.add(name);
      }
    });
    if (byMap && file.isBlank()) {
      throw new InvalidConfiguration(where + ".map is missing: the name of a file in connectors/");
    }
    if (!known.contains(file)) {
      throw new InvalidConfiguration(where
          + (byMap ? ".map: there is no door in " + file : ".kind")
          + DidYouMean.nearest(file, known)
              .map(k -> "; did you mean " + k + "?")
              .orElse(" is one of " + String.join(", ", known)));
    }
    ConnectorAdapter mapped = new ConnectorAdapter(door, connectors.get(where, file));
    if (mapped.unproven()) {
      throw InvalidConfiguration.missing(
          where + ".authToken",
          "the sender's signature is checked with it. Where its release signs nothing, give the door a key of its own ("
              + where + ".key) instead");
    }
    return mapped;
  }
}
