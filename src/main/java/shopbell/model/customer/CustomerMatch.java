package shopbell.model.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopbell.model.HandleKind;
import shopbell.model.Sentence;

/**
 * Which customer it is, and how sure that is; matched is not verified.
 *
 * @param by the kind of handle that matched
 * @param verified the customer proved that very handle, in this contact or before
 * @param score 0 to 1
 * @param reasons in words, in the configured language
 * @param said the reasons without a language, in the same order
 * @param possible how many customers it could be; the likeliest of them are {@code candidates}
 */
public record CustomerMatch(
    MatchStatus status,
    Optional<UUID> customer,
    Optional<HandleKind> by,
    boolean verified,
    double score,
    List<String> reasons,
    List<MatchCandidate> candidates,
    List<Sentence> said,
    int possible) {
  /**
   * One possible person or firm; candidates are sorted best first.
   *
   * @param customer the id of the customer; where only another system has the customer, the id it gets once an agent
   *     chooses it
   * @param source the other system that returned it; empty when it is in the local store
   * @param distinction what distinguishes it from others of its name; empty when it is not in the local store
   */
  public record MatchCandidate(
      UUID customer,
      String name,
      double score,
      List<String> reasons,
      List<Sentence> said,
      Optional<String> source,
      Optional<CustomerDistinction> distinction) {
    public MatchCandidate {
      reasons = List.copyOf(reasons);
      said = said == null ? List.of() : List.copyOf(said);
      source = source == null ? Optional.empty() : source;
      distinction = distinction == null ? Optional.empty() : distinction;
    }

    private MatchCandidate apart(Optional<CustomerDistinction> told) {
      return new MatchCandidate(
          customer, name, score, reasons, said, source, told.or(() -> distinction));
    }
  }

  public CustomerMatch {
    possible = Math.max(possible, candidates.size());
    boolean named = status == MatchStatus.KNOWN || status == MatchStatus.LIKELY;
    if (named != customer.isPresent()) {
      throw new IllegalArgumentException(
          "known and likely name one customer, ambiguous and unknown none");
    }
    reasons = List.copyOf(reasons);
    candidates = List.copyOf(candidates);
    said = said == null ? List.of() : List.copyOf(said);
  }

  /** A copy that names {@code survivor}, the surviving record of the whole person. */
  public CustomerMatch about(UUID survivor) {
    return new CustomerMatch(
        status,
        customer.map(c -> survivor),
        by,
        verified,
        score,
        reasons,
        candidates,
        said,
        possible);
  }

  /** A copy with the distinctions of its candidates. */
  public CustomerMatch apart(Map<UUID, CustomerDistinction> distinctions) {
    List<MatchCandidate> told = candidates.stream()
        .map(one -> one.apart(Optional.ofNullable(distinctions.get(one.customer()))))
        .toList();
    return new CustomerMatch(status, customer, by, verified, score, reasons, told, said, possible);
  }

  /** The matched customer and all candidates. */
  public Set<UUID> named() {
    return Stream.concat(customer.stream(), candidates.stream().map(MatchCandidate::customer))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** No customer matched, or there was no handle to match. */
  public static CustomerMatch unknown(List<String> reasons) {
    return unknown(reasons, List.of());
  }

  /** A copy with its reasons without a language as well. */
  public static CustomerMatch unknown(List<String> reasons, List<Sentence> said) {
    return new CustomerMatch(
        MatchStatus.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        false,
        0,
        reasons,
        List.of(),
        said,
        0);
  }
}
