package shopbell.identity;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import shopbell.i18n.Words;
import shopbell.model.Direction;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Sentence;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.customer.MatchStatus;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionLifecycle;
import shopbell.model.interaction.TrackedInteraction;

/** Finds the customer of an interaction, with a score; a prediction is never shown as a fact. */
public final class CustomerMatcher {
  private static final int MOST_CANDIDATES = 5;

  private final HandleStore handleStore;
  private final PhoneNumbers numbers;
  private final Words words;
  private final MatchThresholds matchThresholds;

  /** The match, and the person's record that the contact's handle belongs to; empty when an agent chose. */
  public record MatchResult(CustomerMatch match, Optional<UUID> record) {}

  public CustomerMatcher(
      HandleStore handleStore, PhoneNumbers numbers, Words words, MatchThresholds matchThresholds) {
    this.handleStore = handleStore;
    this.numbers = numbers;
    this.words = words;
    this.matchThresholds = matchThresholds;
  }

  /** An agent's choice is final; without any handle or stated detail, nothing is looked up. */
  public Future<MatchResult> identify(TrackedInteraction tracked, Instant now) {
    if (tracked.customer().isPresent()) {
      return alone(chosen(tracked));
    }
    List<Handle> handles = handles(tracked);
    CallerDetails said = CallerDetails.of(tracked.attributes());
    if (!handles.isEmpty()) {
      return handleStore.about(handles, now).compose(about -> {
        List<HandleEvidence> held = confirmed(about, handles);
        return described(said, handles, held).compose(sayings -> apart(found(held, sayings, now)));
      });
    }
    if (said.isEmpty()) {
      boolean withheld = tracked.interaction().from().isEmpty();
      return alone(nobody(withheld ? "who.withheld" : "who.no-handle"));
    }
    return described(said, List.of(), List.of())
        .compose(sayings -> apart(found(List.of(), sayings, now)))
        .map(matchResult -> matchResult.match().status() == MatchStatus.UNKNOWN
            ? new MatchResult(nobody("who.nobody-said"), Optional.empty())
            : matchResult);
  }

  private Future<MatchResult> apart(MatchResult matchResult) {
    Set<UUID> candidates = matchResult.match().candidates().stream()
        .map(CustomerMatch.MatchCandidate::customer)
        .collect(Collectors.toSet());
    return candidates.isEmpty()
        ? Future.succeededFuture(matchResult)
        : handleStore
            .distinctions(candidates)
            .map(told -> new MatchResult(matchResult.match().apart(told), matchResult.record()));
  }

  private CustomerMatch chosen(TrackedInteraction tracked) {
    return new CustomerMatch(
        MatchStatus.KNOWN,
        tracked.customer(),
        Optional.empty(),
        true,
        1,
        List.of(words.say("who.chosen-now")),
        List.of(),
        List.of(Sentence.of("who.chosen-now")),
        0);
  }

  /** Customers whose address differs by dots or a tag are looked up only where no customer has the exact address. */
  private Future<List<CandidateScoring.Saying>> described(
      CallerDetails said, List<Handle> handles, List<HandleEvidence> found) {
    boolean mailed = found.stream().anyMatch(e -> e.hold().by() == HandleKind.EMAIL);
    List<String> addresses = handles.stream()
        .filter(handle -> handle.kind() == HandleKind.EMAIL && !mailed)
        .map(Handle::value)
        .toList();
    if (said.isEmpty() && addresses.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    Set<UUID> others = found.stream().map(HandleEvidence::customer).collect(Collectors.toSet());
    return handleStore
        .described(new HandleStore.Description(said, addresses, others))
        .map(all -> all.stream().map(known -> saying(said, known)).toList());
  }

  private static CandidateScoring.Saying saying(CallerDetails said, HandleStore.Described known) {
    return new CandidateScoring.Saying(
        known.customer(), known.traits().id(), known.name(), DetailSimilarity.of(said, known));
  }

  private static Future<MatchResult> alone(CustomerMatch customerMatch) {
    return Future.succeededFuture(new MatchResult(customerMatch, Optional.empty()));
  }

  /** {@code tracked} with the handles, attributes and choice of the interaction it was transferred from. */
  public TrackedInteraction inherited(TrackedInteraction tracked, TrackedInteraction parent) {
    List<Handle> handles = new ArrayList<>(handles(parent));
    handles.addAll(tracked.handles());
    TrackedInteraction richer = tracked
        .withHandles(handles.stream().distinct().toList())
        .withAttributes(told(parent.attributes(), tracked.attributes()));
    return tracked.customer().isPresent() || parent.customer().isEmpty()
        ? richer
        : InteractionLifecycle.chosen(richer, parent.customer().get());
  }

  private static Map<String, String> told(Map<String, String> before, Map<String, String> now) {
    Map<String, String> told = new HashMap<>(before);
    told.putAll(now);
    return told;
  }

  /** The customer's number and all other handles that came with the interaction. */
  public List<Handle> handles(TrackedInteraction tracked) {
    Interaction interaction = tracked.interaction();
    Optional<String> customers =
        interaction.direction() == Direction.IN ? interaction.from() : interaction.to();
    List<Handle> handles = new ArrayList<>(tracked.handles());
    customers
        .flatMap(numbers::e164)
        .map(number -> Handle.of(HandleKind.PHONE, number))
        .ifPresent(handles::add);
    return handles.stream().distinct().toList();
  }

  /** A handle that was proven in this very contact counts as verified. */
  private static List<HandleEvidence> confirmed(List<HandleEvidence> found, List<Handle> handles) {
    return found.stream()
        .map(e -> handles.stream().anyMatch(h -> proves(h, e)) ? e.proven() : e)
        .toList();
  }

  private static boolean proves(Handle handle, HandleEvidence handleEvidence) {
    return handle.verified()
        && handle.kind() == handleEvidence.hold().by()
        && handle.value().equals(handleEvidence.hold().value());
  }

  MatchResult found(List<HandleEvidence> evidence, Instant now) {
    return found(evidence, List.of(), now);
  }

  MatchResult found(
      List<HandleEvidence> evidence, List<CandidateScoring.Saying> said, Instant now) {
    List<CandidateScoring.Scored> ranked = CandidateScoring.of(evidence, said, now);
    CustomerMatch customerMatch = match(ranked, evidence, now);
    return new MatchResult(
        customerMatch, customerMatch.customer().map(c -> ranked.get(0).record()));
  }

  private CustomerMatch match(
      List<CandidateScoring.Scored> ranked, List<HandleEvidence> all, Instant now) {
    if (ranked.isEmpty()) {
      return nobody("who.nobody");
    }
    CandidateScoring.Scored first = ranked.get(0);
    if (first.score() >= matchThresholds.likely()) {
      return sure(ranked, all, now);
    }
    Sentence several = Sentence.of("who.several", ranked.size());
    return new CustomerMatch(
        MatchStatus.AMBIGUOUS,
        Optional.empty(),
        by(first),
        false,
        rounded(first.score()),
        List.of(words.say(several)),
        candidates(ranked, all, now),
        List.of(several),
        ranked.size());
  }

  private CustomerMatch sure(
      List<CandidateScoring.Scored> ranked, List<HandleEvidence> all, Instant now) {
    CandidateScoring.Scored first = ranked.get(0);
    boolean several = ranked.size() > 1;
    boolean known = first.score() >= matchThresholds.known() && !first.claimed();
    List<Sentence> said = MatchReasons.of(first, all, now);
    return new CustomerMatch(
        known ? MatchStatus.KNOWN : MatchStatus.LIKELY,
        Optional.of(first.customer()),
        by(first),
        first.best().filter(e -> e.hold().verified()).isPresent(),
        rounded(first.score()),
        words.sayAll(said),
        several ? candidates(ranked, all, now) : List.of(),
        said,
        several ? ranked.size() : 0);
  }

  private static Optional<HandleKind> by(CandidateScoring.Scored one) {
    return one.best().map(best -> best.hold().by());
  }

  private List<CustomerMatch.MatchCandidate> candidates(
      List<CandidateScoring.Scored> ranked, List<HandleEvidence> all, Instant now) {
    return ranked.stream()
        .limit(MOST_CANDIDATES)
        .map(c -> candidate(c, MatchReasons.of(c, all, now)))
        .toList();
  }

  private CustomerMatch.MatchCandidate candidate(CandidateScoring.Scored one, List<Sentence> said) {
    return new CustomerMatch.MatchCandidate(
        one.customer(),
        one.name(),
        rounded(one.score()),
        words.sayAll(said),
        said,
        Optional.empty(),
        Optional.empty());
  }

  private CustomerMatch nobody(String why) {
    return CustomerMatch.unknown(List.of(words.say(why)), List.of(Sentence.of(why)));
  }

  private static double rounded(double score) {
    return Math.floor(score * 1000) / 1000;
  }
}
