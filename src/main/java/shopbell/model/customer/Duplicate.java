package shopbell.model.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import shopbell.model.CustomerKind;
import shopbell.model.Sentence;

/**
 * Two customers that are probably one person, neither merged nor dismissed yet.
 *
 * @param score the probability that they are, 0 to 1
 * @param reasons the strongest first, in words
 */
public record Duplicate(
    UUID id,
    DuplicateSide a,
    DuplicateSide b,
    double score,
    List<String> reasons,
    Instant foundAt,
    List<Sentence> said) {
  /** One of the two, named by its surviving record. */
  public record DuplicateSide(UUID id, String name, CustomerKind kind) {}

  public Duplicate {
    reasons = List.copyOf(reasons);
    said = said == null ? List.of() : List.copyOf(said);
  }

  /** A copy with its reasons in words. */
  public Duplicate saying(List<String> words, List<Sentence> said) {
    return new Duplicate(id, a, b, score, words, foundAt, said);
  }
}
