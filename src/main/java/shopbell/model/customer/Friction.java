package shopbell.model.customer;

import java.time.Instant;
import java.util.List;
import shopbell.model.Sentence;
import shopbell.model.Severity;

/**
 * Something that was hard for this customer.
 *
 * @param kind the machine's word: {@code tried-again}, {@code waited} …
 * @param text what it is called, in the configured language
 * @param evidence what it rests on, in words
 * @param at when it was last so
 * @param items the ids of what it was seen in, on the timeline or among tickets and promises
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
