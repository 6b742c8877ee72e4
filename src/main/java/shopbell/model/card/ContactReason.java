package shopbell.model.card;

import java.util.List;
import java.util.Optional;
import shopbell.model.Sentence;
import shopbell.model.Severity;

/**
 * Why the customer probably calls.
 *
 * @param kind the machine-readable kind: {@code promise-broken}, {@code ticket-critical}, {@code parcel-late} …; the
 *     screen translates it
 * @param topic the wrap-up reason it corresponds to: {@code promise}, {@code ticket} …
 * @param text a heading in the configured language
 * @param evidence the facts it is based on, in words
 * @param weight the probability, 0 to 1; the weights of a card add up to at most 1
 * @param severity how prominently it is shown
 * @param owed something we owe the customer: listed first, without a probability, because it is no prediction
 * @param percent the probability as a figure for the screen; only where blind contacts have shown that such figures
 *     are right
 * @param certainty {@code sure} where the evidence is conclusive, else {@code likely} or {@code perhaps}
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
    String certainty,
    Optional<Integer> percent) {
  public ContactReason {
    said = said == null ? List.of() : List.copyOf(said);
  }
}
