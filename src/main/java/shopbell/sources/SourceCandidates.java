package shopbell.sources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopbell.identity.RecordSimilarity;
import shopbell.model.HandleKind;
import shopbell.model.Sentence;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.event.CustomerRecord;

/** The candidates that sources return for an unknown caller; several people are never merged into one. */
final class SourceCandidates {
  /**
   * The evidence for a candidate, the strongest first, with the probability when it is the only candidate with it: our
   * own estimate.
   */
  enum Fit {
    CUSTOMER_NUMBER(0.9, "who.by.customerNumber"),
    EMAIL(0.85, "who.by.email"),
    PHONE(0.8, "who.by.phone"),
    NAME(0.5, "who.by.name"),
    /** The source returned this person without any matching detail. */
    ANSWER(0.4, "who.by.answer");

    private final double alone;
    private final String word;

    Fit(double alone, String word) {
      this.alone = alone;
      this.word = word;
    }
  }

  /**
   * A person or firm that a source has returned.
   *
   * @param record as the source sent it
   * @param here the customer that has this record here already
   */
  record NamedCandidate(
      String source, CustomerRecord record, Optional<SourceAnswers.Here> here, Fit fit) {
    UUID customer() {
      return here.map(SourceAnswers.Here::customer).orElse(record.id().uuid());
    }

    String name() {
      return here.map(SourceAnswers.Here::name).orElse(record.name());
    }

    List<Sentence> said() {
      Sentence known = Sentence.of(here.isPresent() ? "who.source.here" : "who.source", source);
      return List.of(known, Sentence.of(fit.word));
    }
  }

  private static final int MOST = 5;

  private SourceCandidates() {}

  /**
   * Those of {@code people} who match. Left out is a person without any matching detail who has another handle of a
   * queried kind, and one stored here under a clearly different name.
   */
  static List<NamedCandidate> of(
      String source,
      SourceQuery sourceQuery,
      List<CustomerRecord> people,
      Map<UUID, SourceAnswers.Here> here) {
    List<NamedCandidate> fitting = new ArrayList<>();
    for (CustomerRecord person : people) {
      Optional<SourceAnswers.Here> known =
          Optional.ofNullable(here.get(person.id().uuid()));
      boolean other = known
          .filter(one -> RecordSimilarity.otherName(one.name(), person.name()))
          .isPresent();
      if (!other) {
        fit(sourceQuery, person)
            .map(fit -> new NamedCandidate(source, person, known, fit))
            .ifPresent(fitting::add);
      }
    }
    return fitting;
  }

  private static Optional<Fit> fit(SourceQuery sourceQuery, CustomerRecord person) {
    Optional<Fit> shared = Stream.of(Fit.CUSTOMER_NUMBER, Fit.EMAIL, Fit.PHONE)
        .filter(fit -> shares(sourceQuery, person, HandleKind.valueOf(fit.name())))
        .findFirst();
    boolean named = sourceQuery
        .name()
        .filter(name -> RecordSimilarity.sameName(name, person.name()))
        .isPresent();
    if (shared.isPresent() || named || sourceQuery.ids().contains(person.id())) {
      return shared.or(() -> Optional.of(named ? Fit.NAME : Fit.CUSTOMER_NUMBER));
    }
    boolean otherwise = person.handles().stream()
        .anyMatch(handle ->
            sourceQuery.handles().stream().anyMatch(known -> known.kind() == handle.kind()));
    return otherwise ? Optional.empty() : Optional.of(Fit.ANSWER);
  }

  private static boolean shares(SourceQuery sourceQuery, CustomerRecord person, HandleKind kind) {
    return person.handles().stream()
        .anyMatch(handle ->
            handle.kind() == kind && sourceQuery.handles().stream().anyMatch(handle::sameAs));
  }

  /** The best of all sources' candidates, each customer once; candidates with equal evidence share its probability. */
  static List<CustomerMatch.MatchCandidate> ranked(
      List<NamedCandidate> all, Function<List<Sentence>, List<String>> words) {
    Set<UUID> customers = new HashSet<>();
    List<NamedCandidate> once = all.stream()
        .sorted(Comparator.comparing(NamedCandidate::fit)
            .thenComparing(NamedCandidate::source)
            .thenComparing(NamedCandidate::name)
            .thenComparing(NamedCandidate::customer))
        .filter(namedCandidate -> customers.add(namedCandidate.customer()))
        .toList();
    return once.stream()
        .limit(MOST)
        .map(one -> new CustomerMatch.MatchCandidate(
            one.customer(),
            one.name(),
            score(one, once),
            words.apply(one.said()),
            one.said(),
            Optional.of(one.source()),
            Optional.empty()))
        .toList();
  }

  /** The candidates from stated details and from sources, the likeliest first, each customer once. */
  static List<CustomerMatch.MatchCandidate> beside(
      List<CustomerMatch.MatchCandidate> here, List<CustomerMatch.MatchCandidate> named) {
    Set<UUID> customers =
        named.stream().map(CustomerMatch.MatchCandidate::customer).collect(Collectors.toSet());
    return Stream.concat(
            named.stream(), here.stream().filter(one -> !customers.contains(one.customer())))
        .sorted(Comparator.comparingDouble(CustomerMatch.MatchCandidate::score).reversed())
        .limit(MOST)
        .toList();
  }

  private static double score(NamedCandidate one, List<NamedCandidate> all) {
    long same = all.stream().filter(other -> other.fit() == one.fit()).count();
    return Math.floor(one.fit().alone / same * 1000) / 1000;
  }
}
