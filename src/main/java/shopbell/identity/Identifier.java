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
import shopbell.model.Course;
import shopbell.model.Direction;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Interaction;
import shopbell.model.Life;
import shopbell.model.Match;
import shopbell.model.MatchStatus;
import shopbell.model.Sentence;

/** Who it is, and how sure: never a guess shown as a fact. */
public final class Identifier {
  private static final int MOST_CANDIDATES = 5;

  private final Identities identities;
  private final PhoneNumbers numbers;
  private final Words words;
  private final Thresholds thresholds;

  /** Who it is, and the record of that person which the contact came by; empty when an agent chose. */
  public record Found(Match match, Optional<UUID> record) {}

  public Identifier(
      Identities identities, PhoneNumbers numbers, Words words, Thresholds thresholds) {
    this.identities = identities;
    this.numbers = numbers;
    this.words = words;
    this.thresholds = thresholds;
  }

  /** An agent's choice is never doubted; without any handle and any word of the caller's nobody is asked for. */
  public Future<Found> identify(Course course, Instant now) {
    if (course.customer().isPresent()) {
      return alone(chosen(course));
    }
    List<Handle> handles = handles(course);
    CallerDetails said = CallerDetails.of(course.attributes());
    if (!handles.isEmpty()) {
      return identities.about(handles, now).compose(about -> {
        List<Evidence> held = confirmed(about, handles);
        return described(said, handles, held).compose(sayings -> apart(found(held, sayings, now)));
      });
    }
    if (said.isEmpty()) {
      boolean withheld = course.interaction().from().isEmpty();
      return alone(nobody(withheld ? "who.withheld" : "who.no-handle"));
    }
    return described(said, List.of(), List.of())
        .compose(sayings -> apart(found(List.of(), sayings, now)))
        .map(found -> found.match().status() == MatchStatus.UNKNOWN
            ? new Found(nobody("who.nobody-said"), Optional.empty())
            : found);
  }

  private Future<Found> apart(Found found) {
    Set<UUID> candidates = found.match().candidates().stream()
        .map(Match.Candidate::customer)
        .collect(Collectors.toSet());
    return candidates.isEmpty()
        ? Future.succeededFuture(found)
        : identities
            .distinctions(candidates)
            .map(told -> new Found(found.match().apart(told), found.record()));
  }

  private Match chosen(Course course) {
    return new Match(
        MatchStatus.KNOWN,
        course.customer(),
        Optional.empty(),
        true,
        1,
        List.of(words.say("who.chosen-now")),
        List.of(),
        List.of(Sentence.of("who.chosen-now")),
        0);
  }

  /** Whoever has an address itself is surer than somebody with one that differs by dots or a tag. */
  private Future<List<Candidates.Saying>> described(
      CallerDetails said, List<Handle> handles, List<Evidence> found) {
    boolean mailed = found.stream().anyMatch(e -> e.hold().by() == HandleKind.EMAIL);
    List<String> addresses = handles.stream()
        .filter(handle -> handle.kind() == HandleKind.EMAIL && !mailed)
        .map(Handle::value)
        .toList();
    if (said.isEmpty() && addresses.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    Set<UUID> others = found.stream().map(Evidence::customer).collect(Collectors.toSet());
    return identities
        .described(new Identities.Description(said, addresses, others))
        .map(all -> all.stream().map(known -> saying(said, known)).toList());
  }

  private static Candidates.Saying saying(CallerDetails said, Identities.Described known) {
    return new Candidates.Saying(
        known.customer(), known.traits().id(), known.name(), DetailLikeness.of(said, known));
  }

  private static Future<Found> alone(Match match) {
    return Future.succeededFuture(new Found(match, Optional.empty()));
  }

  /** {@code course} with what was known of the interaction it was transferred from. */
  public Course inherited(Course course, Course parent) {
    List<Handle> handles = new ArrayList<>(handles(parent));
    handles.addAll(course.handles());
    Course richer = course
        .withHandles(handles.stream().distinct().toList())
        .withAttributes(told(parent.attributes(), course.attributes()));
    return course.customer().isPresent() || parent.customer().isEmpty()
        ? richer
        : Life.chosen(richer, parent.customer().get());
  }

  private static Map<String, String> told(Map<String, String> before, Map<String, String> now) {
    Map<String, String> told = new HashMap<>(before);
    told.putAll(now);
    return told;
  }

  /** The customer's number and all other handles that came with the interaction. */
  public List<Handle> handles(Course course) {
    Interaction interaction = course.interaction();
    Optional<String> customers =
        interaction.direction() == Direction.IN ? interaction.from() : interaction.to();
    List<Handle> handles = new ArrayList<>(course.handles());
    customers
        .flatMap(numbers::e164)
        .map(number -> Handle.of(HandleKind.PHONE, number))
        .ifPresent(handles::add);
    return handles.stream().distinct().toList();
  }

  /** A handle that was proven in this very contact counts as verified. */
  private static List<Evidence> confirmed(List<Evidence> found, List<Handle> handles) {
    return found.stream()
        .map(e -> handles.stream().anyMatch(h -> proves(h, e)) ? e.proven() : e)
        .toList();
  }

  private static boolean proves(Handle handle, Evidence evidence) {
    return handle.verified()
        && handle.kind() == evidence.hold().by()
        && handle.value().equals(evidence.hold().value());
  }

  Found found(List<Evidence> evidence, Instant now) {
    return found(evidence, List.of(), now);
  }

  Found found(List<Evidence> evidence, List<Candidates.Saying> said, Instant now) {
    List<Candidates.Scored> ranked = Candidates.of(evidence, said, now);
    Match match = match(ranked, evidence, now);
    return new Found(match, match.customer().map(c -> ranked.get(0).record()));
  }

  private Match match(List<Candidates.Scored> ranked, List<Evidence> all, Instant now) {
    if (ranked.isEmpty()) {
      return nobody("who.nobody");
    }
    Candidates.Scored first = ranked.get(0);
    if (first.score() >= thresholds.likely()) {
      return sure(ranked, all, now);
    }
    Sentence several = Sentence.of("who.several", ranked.size());
    return new Match(
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

  private Match sure(List<Candidates.Scored> ranked, List<Evidence> all, Instant now) {
    Candidates.Scored first = ranked.get(0);
    boolean several = ranked.size() > 1;
    boolean known = first.score() >= thresholds.known() && !first.claimed();
    List<Sentence> said = Grounds.of(first, all, now);
    return new Match(
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

  private static Optional<HandleKind> by(Candidates.Scored one) {
    return one.best().map(best -> best.hold().by());
  }

  private List<Match.Candidate> candidates(
      List<Candidates.Scored> ranked, List<Evidence> all, Instant now) {
    return ranked.stream()
        .limit(MOST_CANDIDATES)
        .map(c -> candidate(c, Grounds.of(c, all, now)))
        .toList();
  }

  private Match.Candidate candidate(Candidates.Scored one, List<Sentence> said) {
    return new Match.Candidate(
        one.customer(),
        one.name(),
        rounded(one.score()),
        words.sayAll(said),
        said,
        Optional.empty(),
        Optional.empty());
  }

  private Match nobody(String why) {
    return Match.unknown(List.of(words.say(why)), List.of(Sentence.of(why)));
  }

  private static double rounded(double score) {
    return Math.floor(score * 1000) / 1000;
  }
}
