package shopbell.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import shopbell.identity.IgnoredHandle;
import shopbell.ingress.EventIntake.Warning;
import shopbell.model.event.Inbound;

/**
 * Events with their handles as they are stored; handles left out of them are counted, and the first is named in the
 * warnings.
 */
record NormalisedEvents(List<Inbound> events, List<Warning> warnings) {
  private static final int MOST_WARNINGS = 20;

  NormalisedEvents {
    events = List.copyOf(events);
    warnings = List.copyOf(warnings);
  }

  /** Normalises the events received at {@code door}. */
  static NormalisedEvents of(
      String door, List<Inbound> events, InteractionIntake.IntakeParts intakeParts) {
    List<Inbound> normalised = new ArrayList<>();
    List<Warning> warnings = new ArrayList<>();
    Consumer<IgnoredHandle> counted = intakeParts.ignored().from(door);
    for (int i = 0; i < events.size(); i++) {
      int place = i;
      Consumer<IgnoredHandle> told = ignoredHandle -> {
        if (warnings.size() < MOST_WARNINGS) {
          warnings.add(new Warning(place, ignoredHandle.kind().toString(), ignoredHandle.detail()));
        }
      };
      normalised.add(
          intakeParts.normaliser().at(door).normalise(events.get(i), counted.andThen(told)));
    }
    return new NormalisedEvents(normalised, warnings);
  }
}
