package shopbell.identity;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shopbell.model.Course;
import shopbell.model.Direction;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Interaction;
import shopbell.model.Life;
import shopbell.model.Match;
import shopbell.model.MatchStatus;
import shopbell.words.Words;

/** Who it is, and how sure: never a guess shown as a fact. */
public final class Identifier {
  /** From here on one customer is shown as the one. */
  static final double KNOWN = 0.85;

  /** From here on one customer is shown as probably the one. */
  static final double LIKELY = 0.65;

  private static final int MOST_CANDIDATES = 5;

  private final Identities identities;
  private final PhoneNumbers numbers;
  private final Words words;

  public Identifier(Identities identities, PhoneNumbers numbers, Words words) {
    this.identities = identities;
    this.numbers = numbers;
    this.words = words;
  }

  /** An agent's choice is never doubted; without any handle nobody is asked for. */
  public Future<Match> identify(Course course, Instant now) {
    if (course.customer().isPresent()) {
      return Future.succeededFuture(new Match(
          MatchStatus.KNOWN,
          course.customer(),
          Optional.empty(),
          true,
          1,
          List.of(words.say("who.chosen-now")),
          List.of()));
    }
    List<Handle> handles = handles(course);
    if (handles.isEmpty()) {
      boolean withheld = course.interaction().from().isEmpty();
      return Future.succeededFuture(
          Match.unknown(List.of(words.say(withheld ? "who.withheld" : "who.no-handle"))));
    }
    return identities.about(handles, now).map(found -> match(confirmed(found, handles), now));
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
        .map(e ->
            handles.stream().anyMatch(h -> h.kind() == e.by() && h.verified()) ? e.proven() : e)
        .toList();
  }

  Match match(List<Evidence> evidence, Instant now) {
    List<Candidates.Scored> ranked = Candidates.of(evidence, now);
    if (ranked.isEmpty()) {
      return Match.unknown(List.of(words.say("who.nobody")));
    }
    Candidates.Scored first = ranked.get(0);
    if (first.score() >= LIKELY) {
      MatchStatus status = first.score() >= KNOWN ? MatchStatus.KNOWN : MatchStatus.LIKELY;
      List<Match.Candidate> others = ranked.size() > 1 ? candidates(ranked, now) : List.of();
      return new Match(
          status,
          Optional.of(first.customer()),
          Optional.of(first.best().by()),
          first.best().verified(),
          rounded(first.score()),
          reasons(first, now),
          others);
    }
    return new Match(
        MatchStatus.AMBIGUOUS,
        Optional.empty(),
        Optional.of(first.best().by()),
        false,
        rounded(first.score()),
        List.of(words.say("who.several", ranked.size())),
        candidates(ranked, now));
  }

  private List<Match.Candidate> candidates(List<Candidates.Scored> ranked, Instant now) {
    return ranked.stream()
        .limit(MOST_CANDIDATES)
        .map(c -> new Match.Candidate(c.customer(), c.name(), rounded(c.score()), reasons(c, now)))
        .toList();
  }

  private List<String> reasons(Candidates.Scored candidate, Instant now) {
    Evidence best = candidate.best();
    List<String> reasons = new ArrayList<>();
    reasons.add(words.say(
        "who.by." + (best.block() ? "block" : best.by()) + (best.verified() ? ".verified" : "")));
    if (best.chosen() > 0) {
      reasons.add(words.say("who.chosen-before", best.chosen()));
    }
    if (best.contacts() > 0) {
      reasons.add(words.say("who.contacts", best.contacts()));
    }
    if (best.openTickets() > 0) {
      reasons.add(words.say("who.tickets", best.openTickets()));
    }
    if (best.parcelTrouble()) {
      reasons.add(words.say("who.parcel"));
    }
    best.abandonedCheckoutAt()
        .ifPresent(
            at -> reasons.add(words.say("who.abandoned", words.span(Duration.between(at, now)))));
    if (best.shared() || best.holders() > 1) {
      reasons.add(words.say("who.shared", Math.max(2, best.holders())));
    }
    return reasons;
  }

  private static double rounded(double score) {
    return Math.round(score * 100) / 100.0;
  }
}
