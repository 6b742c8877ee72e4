package shopbell.identity;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Course;
import shopbell.model.Direction;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Interaction;
import shopbell.model.Life;
import shopbell.model.Match;
import shopbell.model.MatchStatus;
import shopbell.model.Sentence;
import shopbell.words.Words;

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

  /** An agent's choice is never doubted; without any handle nobody is asked for. */
  public Future<Found> identify(Course course, Instant now) {
    if (course.customer().isPresent()) {
      return alone(new Match(
          MatchStatus.KNOWN,
          course.customer(),
          Optional.empty(),
          true,
          1,
          List.of(words.say("who.chosen-now")),
          List.of(),
          List.of(Sentence.of("who.chosen-now"))));
    }
    List<Handle> handles = handles(course);
    if (handles.isEmpty()) {
      boolean withheld = course.interaction().from().isEmpty();
      return alone(nobody(withheld ? "who.withheld" : "who.no-handle"));
    }
    return identities.about(handles, now).map(found -> found(confirmed(found, handles), now));
  }

  private static Future<Found> alone(Match match) {
    return Future.succeededFuture(new Found(match, Optional.empty()));
  }

  /** {@code course} with what was known of the interaction it was transferred from. */
  public Course inherited(Course course, Course parent) {
    List<Handle> handles = new ArrayList<>(handles(parent));
    handles.addAll(course.handles());
    Course richer = course.withHandles(handles.stream().distinct().toList());
    return course.customer().isPresent() || parent.customer().isEmpty()
        ? richer
        : Life.chosen(richer, parent.customer().get());
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
    List<Candidates.Scored> ranked = Candidates.of(evidence, now);
    Match match = match(ranked, evidence, now);
    return new Found(match, match.customer().map(c -> ranked.get(0).best().record()));
  }

  private Match match(List<Candidates.Scored> ranked, List<Evidence> all, Instant now) {
    if (ranked.isEmpty()) {
      return nobody("who.nobody");
    }
    Candidates.Scored first = ranked.get(0);
    if (first.score() >= thresholds.likely()) {
      return sure(first, ranked.size() > 1 ? candidates(ranked, all, now) : List.of(), all, now);
    }
    Sentence several = Sentence.of("who.several", ranked.size());
    return new Match(
        MatchStatus.AMBIGUOUS,
        Optional.empty(),
        Optional.of(first.best().hold().by()),
        false,
        rounded(first.score()),
        List.of(words.say(several)),
        candidates(ranked, all, now),
        List.of(several));
  }

  private Match sure(
      Candidates.Scored first, List<Match.Candidate> others, List<Evidence> all, Instant now) {
    boolean known = first.score() >= thresholds.known() && !first.claimed();
    List<Sentence> said = Grounds.of(first.best(), all, now);
    return new Match(
        known ? MatchStatus.KNOWN : MatchStatus.LIKELY,
        Optional.of(first.customer()),
        Optional.of(first.best().hold().by()),
        first.best().hold().verified(),
        rounded(first.score()),
        words.sayAll(said),
        others,
        said);
  }

  private List<Match.Candidate> candidates(
      List<Candidates.Scored> ranked, List<Evidence> all, Instant now) {
    return ranked.stream()
        .limit(MOST_CANDIDATES)
        .map(c -> candidate(c, Grounds.of(c.best(), all, now)))
        .toList();
  }

  private Match.Candidate candidate(Candidates.Scored one, List<Sentence> said) {
    return new Match.Candidate(
        one.customer(),
        one.name(),
        rounded(one.score()),
        words.sayAll(said),
        said,
        Optional.empty());
  }

  private Match nobody(String why) {
    return Match.unknown(List.of(words.say(why)), List.of(Sentence.of(why)));
  }

  private static double rounded(double score) {
    return Math.floor(score * 1000) / 1000;
  }
}
