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
 * Who it is, and how sure; matched is not verified.
 *
 * @param by the kind of handle that led here
 * @param verified the customer proved it in this contact or before by that very handle
 * @param score 0 to 1
 * @param reasons in words, in the configured language
 * @param said the reasons without a language, in the same order
 * @param possible how many it could be, of whom the likeliest are {@code candidates}
 */
public record CustomerMatch(
    MatchStatus status,
    Optional<UUID> customer,
    Optional<HandleKind> by,
    boolean verified,
    double score,
    List<String> reasons,
    List<Candidate> candidates,
    List<Sentence> said,
    int possible) {
  /**
   * One person or firm it could be, best first.
   *
   * @param customer the id of the customer; of one that only another system knows the id to be had when an agent chooses it
   * @param source the other system that says so; empty when it is known here
   * @param distinction what tells it apart from others of its name; empty when it is not known here
   */
  public record Candidate(
      UUID customer,
      String name,
      double score,
      List<String> reasons,
      List<Sentence> said,
      Optional<String> source,
      Optional<CustomerDistinction> distinction) {
    public Candidate {
      reasons = List.copyOf(reasons);
      said = said == null ? List.of() : List.copyOf(said);
      source = source == null ? Optional.empty() : source;
      distinction = distinction == null ? Optional.empty() : distinction;
    }

    private Candidate apart(Optional<CustomerDistinction> told) {
      return new Candidate(
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

  /** The same customer by the record that stands for the whole person. */
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

  /** The same with what tells its candidates apart. */
  public CustomerMatch apart(Map<UUID, CustomerDistinction> distinctions) {
    List<Candidate> told = candidates.stream()
        .map(one -> one.apart(Optional.ofNullable(distinctions.get(one.customer()))))
        .toList();
    return new CustomerMatch(status, customer, by, verified, score, reasons, told, said, possible);
  }

  /** Who it is, and everybody it could be. */
  public Set<UUID> named() {
    return Stream.concat(customer.stream(), candidates.stream().map(Candidate::customer))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Nobody we know, or nothing to know them by. */
  public static CustomerMatch unknown(List<String> reasons) {
    return unknown(reasons, List.of());
  }

  /** The same with its reasons without a language as well. */
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
