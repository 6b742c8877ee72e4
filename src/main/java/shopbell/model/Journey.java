package shopbell.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Newest first, at most 30 on a card. */
public record Journey(List<Item> items, Optional<Stage> stage) {
  /**
   * One step on the timeline.
   *
   * @param kind touchpoint, order, shipment, ticket, feedback, contact
   * @param name the machine's word, for example {@code checkout.abandoned}
   * @param text what a person reads
   * @param source the system that said so
   * @param friction why this step hurt, in the machine's word, for example {@code abandoned}; empty when it did not
   */
  public record Item(
      String id,
      Instant at,
      String channel,
      String kind,
      String name,
      String text,
      String source,
      Optional<String> friction) {}

  public Journey {
    items = List.copyOf(items);
  }
}
