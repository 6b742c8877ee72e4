package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import shopbell.model.customer.Journey;

/** Groups touchpoints into visits: those that follow each other within 30 minutes, on any channel, belong together. */
public final class VisitSessions {
  /** The customary end of a visit in web analytics. */
  public static final Duration GAP = Duration.ofMinutes(30);

  private VisitSessions() {}

  /**
   * The timeline with every name in words and every touchpoint with its visit; {@code items} newest first,
   * {@code earlier} those before them, which decide where the last visit began.
   */
  public static List<Journey.Item> told(
      List<Journey.Item> items, List<Journey.Item> earlier, StepCatalogue stepCatalogue) {
    Map<String, String> visits =
        visits(Stream.concat(items.stream(), earlier.stream()).toList());
    return items.stream()
        .map(item -> item.told(
            stepCatalogue.label(item.name()),
            stepCatalogue.names(item.name()),
            Optional.ofNullable(visits.get(item.id()))))
        .toList();
  }

  /** By the touchpoint's id: the id of a visit is that of its first touchpoint. */
  static Map<String, String> visits(List<Journey.Item> items) {
    Map<String, String> visits = new HashMap<>();
    Instant last = Instant.MIN;
    String visit = "";
    for (int i = items.size() - 1; i >= 0; i--) {
      Journey.Item item = items.get(i);
      if (item.kind().equals("touchpoint")) {
        boolean goesOn = last.isAfter(Instant.MIN) && !last.plus(GAP).isBefore(item.at());
        visit = goesOn ? visit : item.id();
        last = item.at();
        visits.put(item.id(), visit);
      }
    }
    return visits;
  }
}
