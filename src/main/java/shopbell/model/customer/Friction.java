package shopbell.model.customer;

import java.time.Instant;
import java.util.List;
import shopbell.model.Sentence;
import shopbell.model.Severity;

/**
 * Something that was hard for this customer.
 *
 * @param kind machine-readable: {@code tried-again}, {@code waited} …
 * @param text its name in the configured language
 * @param evidence the facts it is based on, in words
 * @param at when it last happened
 * @param items the ids of the events it was found in, on the timeline or among tickets and promises
 */
public record Friction(
    String kind,
    String text,
    String evidence,
    Instant at,
    Severity severity,
    List<String> items,
    List<Sentence> said) {
  public Friction {
    items = List.copyOf(items);
    said = said == null ? List.of() : List.copyOf(said);
  }
}
