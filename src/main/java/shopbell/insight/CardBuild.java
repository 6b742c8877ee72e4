package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopbell.model.Card;
import shopbell.model.History;
import shopbell.model.Interaction;
import shopbell.model.Journey;
import shopbell.model.Match;
import shopbell.model.Reason;
import shopbell.model.Satisfaction;
import shopbell.model.SourceState;
import shopbell.model.SourceStatus;
import shopbell.model.Summary;
import shopbell.model.Tickets;
import shopbell.model.Timing;
import shopbell.words.Words;

/** Everything known and derived, put together as one card; the desk gives it its version. */
public final class CardBuild {
  private static final String STORE = "shopbell";

  private final Words words;

  public CardBuild(Words words) {
    this.words = words;
  }

  /** What came before the summary: the contact and who it probably is. */
  public record Frame(Optional<Interaction> interaction, Match match, Timing timing) {}

  /** The whole card; {@code took} is how long the store needed. */
  public Card of(Frame frame, Summary summary, Duration took, Instant now) {
    Look look = new Look(summary, frame.interaction(), words, now);
    List<Reason> reasons = Reasons.of(look);
    return new Card(
        0,
        frame.interaction(),
        frame.match(),
        Optional.of(summary.customer()),
        summary.value(),
        summary.tickets(),
        new Journey(summary.journey(), Stages.of(summary)),
        summary.history(),
        summary.promises(),
        Changes.since(look),
        Moods.of(summary.feedback()),
        summary.shipments(),
        summary.notices(),
        NextSteps.of(look, reasons),
        reasons,
        List.of(new SourceStatus(
            STORE,
            SourceState.FRESH,
            Optional.of(now),
            Optional.of(took.toMillis()),
            Optional.empty())),
        frame.timing());
  }

  /** Nobody we know, several it could be, or the store is away: the contact alone, and why there is no more. */
  public Card bare(Frame frame, boolean reachable, Instant now) {
    SourceStatus store = reachable
        ? new SourceStatus(
            STORE, SourceState.FRESH, Optional.of(now), Optional.empty(), Optional.empty())
        : new SourceStatus(
            STORE,
            SourceState.FAILED,
            Optional.empty(),
            Optional.empty(),
            Optional.of(words.say("store.away")));
    return new Card(
        0,
        frame.interaction(),
        frame.match(),
        Optional.empty(),
        Optional.empty(),
        Tickets.none(),
        new Journey(List.of(), Optional.empty()),
        History.none(),
        List.of(),
        Optional.empty(),
        new Satisfaction(Optional.empty(), Optional.empty()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(store),
        frame.timing());
  }

  /** What was shown before, as the contact now stands: the store is away, and the card says how old the rest is. */
  public Card stale(Card last, Frame frame) {
    Optional<Instant> asOf = last.sources().stream().findFirst().flatMap(SourceStatus::asOf);
    SourceStatus store = new SourceStatus(
        STORE, SourceState.STALE, asOf, Optional.empty(), Optional.of(words.say("store.away")));
    return new Card(
        0,
        frame.interaction(),
        last.match(),
        last.customer(),
        last.value(),
        last.tickets(),
        last.journey(),
        last.history(),
        last.promises(),
        last.sinceLast(),
        last.satisfaction(),
        last.shipments(),
        last.notices(),
        last.actions(),
        last.reason(),
        List.of(store),
        frame.timing());
  }
}
