package shopbell.model.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Sentence;

/**
 * Newest first, at most 30 on a card.
 *
 * @param because the evidence for the stage, in words
 */
public record Journey(
    List<Item> items,
    Optional<LifecycleStage> stage,
    Optional<String> because,
    Optional<Sentence> said) {
  /**
   * One step on the timeline.
   *
   * @param kind touchpoint, order, shipment, ticket, feedback, contact
   * @param name machine-readable, for example {@code checkout.abandoned}
   * @param text the displayed text
   * @param source the system that sent it
   * @param friction why this step was hard, machine-readable, for example {@code abandoned}; empty when it was not
   * @param label the displayed name; empty until the catalogue has set it
   * @param names the label in each language
   * @param session the same for steps of one visit: touchpoints that follow each other within 30 minutes
   */
  public record Item(
      String id,
      Instant at,
      String channel,
      String kind,
      String name,
      String text,
      String source,
      Optional<String> friction,
      Optional<String> label,
      Optional<String> session,
      Map<String, String> names) {
    public Item {
      names = names == null ? Map.of() : Map.copyOf(names);
    }

    /** A copy in readable form. */
    public Item told(String words, Map<String, String> names, Optional<String> visit) {
      return new Item(
          id, at, channel, kind, name, text, source, friction, Optional.of(words), visit, names);
    }
  }

  /** A customer without any recorded step. */
  public static Journey none() {
    return new Journey(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public Journey {
    items = List.copyOf(items);
    said = said == null ? Optional.empty() : said;
  }
}
