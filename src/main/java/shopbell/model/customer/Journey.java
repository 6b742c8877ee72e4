package shopbell.model.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Sentence;

/**
 * Newest first, at most 30 on a card.
 *
 * @param because what the stage rests on, in words
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
   * @param name the machine's word, for example {@code checkout.abandoned}
   * @param text what a person reads
   * @param source the system that said so
   * @param friction why this step hurt, in the machine's word, for example {@code abandoned}; empty when it did not
   * @param label the name in words a person reads; empty until the catalogue has said it
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
