package shopbell.model.card;

import java.util.List;
import shopbell.model.Sentence;
import shopbell.model.Severity;

/**
 * Why the customer probably calls.
 *
 * @param kind the machine's word: {@code promise-broken}, {@code ticket-critical}, {@code parcel-late} …; the screen
 *     translates it
 * @param topic what the contact would be about, in the word an agent says at wrap-up: {@code promise}, {@code ticket} …
 * @param text a heading in the configured language
 * @param evidence what it rests on, in words
 * @param weight the probability, 0 to 1; the weights of a card add up to at most 1
 * @param severity how loud
 * @param owed something we owe, which stands first and is shown without a probability; not a guess
 * @param certainty {@code sure} where the evidence speaks for itself, else {@code likely} or {@code perhaps}
 * @param said heading and evidence without a language
 */
public record ContactReason(
    String kind,
    String topic,
    String text,
    String evidence,
    double weight,
    Severity severity,
    boolean owed,
    List<Sentence> said,
    String certainty) {
  public ContactReason {
    said = said == null ? List.of() : List.copyOf(said);
  }
}
