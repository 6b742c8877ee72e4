package shopbell;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import shopbell.config.BadSettings;
import shopbell.config.Settings;
import shopbell.ingress.Door;
import shopbell.ingress.DoorSettings;
import shopbell.ingress.EventAdapter;
import shopbell.ingress.cloudevents.CloudEvents;
import shopbell.ingress.sipgate.Sipgate;
import shopbell.ingress.twilio.TwilioTaskRouter;
import shopbell.ingress.twilio.TwilioVoice;
import shopbell.ingress.zammad.ZammadCti;

/** The list of languages a door can speak; a new vendor is one line here. */
public final class Adapters {
  private static final Map<String, Function<DoorSettings, EventAdapter>> KINDS = Map.of(
      "cloudevents", door -> new CloudEvents(),
      "zammad-cti", ZammadCti::new,
      "sipgate", Sipgate::new,
      "twilio-voice", TwilioVoice::new,
      "twilio-taskrouter", TwilioTaskRouter::new);

  private Adapters() {}

  /** Every configured door by its name; BadSettings names the key that is wrong or missing. */
  public static Map<String, Door> doors(Settings settings) {
    Map<String, Door> doors = new TreeMap<>();
    settings.named("ingress").forEach((name, keys) -> {
      DoorSettings door = DoorSettings.of(name, keys);
      Function<DoorSettings, EventAdapter> kind = KINDS.get(door.kind());
      if (kind == null) {
        throw new BadSettings("ingress." + name + ".kind is one of "
            + String.join(", ", new TreeMap<>(KINDS).keySet()));
      }
      doors.put(name, new Door(door, kind.apply(door)));
    });
    return doors;
  }
}
