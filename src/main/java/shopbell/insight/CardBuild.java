package shopbell.insight;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.i18n.Words;
import shopbell.model.Card;
import shopbell.model.Effort;
import shopbell.model.Handover;
import shopbell.model.History;
import shopbell.model.Interaction;
import shopbell.model.Journey;
import shopbell.model.Match;
import shopbell.model.Satisfaction;
import shopbell.model.Sentence;
import shopbell.model.SourceState;
import shopbell.model.SourceStatus;
import shopbell.model.Summary;
import shopbell.model.Tickets;
import shopbell.model.Timing;
import shopbell.model.TransferredFrom;

/** Everything known and derived, put together as one card; the desk gives it its version. */
public final class CardBuild {
  private static final String STORE = "shopbell";

  private final Words words;
  private final Look.Tongue tongue;
  private volatile Bayes learned = Reasons.learned(List.of());

  public CardBuild(Words words, Catalogue catalogue) {
    this.words = words;
    this.tongue = new Look.Tongue(words, catalogue);
  }

  /** From now on reasons are guessed by this. */
  public void learned(Bayes newer) {
    learned = newer;
  }

  /** A timeline as a person reads it: names in words, touchpoints by visit; newest first, {@code earlier} ones left out. */
  public List<Journey.Item> readable(List<Journey.Item> items, List<Journey.Item> earlier) {
    return Sessions.told(items, earlier, tongue.catalogue());
  }

  /** What came before the summary: the contact and who it probably is. */
  public record Frame(
      Optional<Interaction> interaction, Match match, Timing timing, Optional<Handover> handover) {
    /** The same of a contact that nobody has handed on. */
    public Frame(Optional<Interaction> interaction, Match match, Timing timing) {
      this(interaction, match, timing, Optional.empty());
    }

    /** The brief for who takes over; {@code summary} of all that is known, this contact included. */
    Optional<TransferredFrom> transferredFrom(Optional<Summary> summary) {
      Optional<TransferredFrom> within =
          handover.flatMap(from -> interaction.map(now -> TransferredFrom.of(from, now, summary)));
      return within.or(() -> interaction
          .flatMap(Interaction::parent)
          .flatMap(parent -> summary.flatMap(s -> TransferredFrom.of(parent, s))));
    }
  }

  /** What comes to mind of {@code summary} at that instant. */
  public Thought thought(Frame frame, Summary summary, Instant now) {
    Look look = Look.at(summary.besides(frame.interaction()), frame.interaction(), tongue, now);
    return new Thought(
        frame, frame.transferredFrom(Optional.of(summary)), look, Reasons.of(look, learned));
  }

  static SourceStatus fresh(Optional<Long> tookMillis, Instant now) {
    return new SourceStatus(
        STORE, SourceState.FRESH, Optional.of(now), tookMillis, Optional.empty());
  }

  private SourceStatus store(SourceState state) {
    Sentence why = Sentence.of(state == SourceState.LATE ? "store.late" : "store.away");
    return new SourceStatus(
        STORE,
        state,
        Optional.empty(),
        Optional.empty(),
        Optional.of(words.say(why)),
        Optional.of(why));
  }

  /**
   * Nobody we know, several it could be, or the store is late or away: the contact alone, and why there is no more.
   *
   * @param attributes what the sender told besides, such as what was chosen in a menu
   * @param state how far the store has got
   */
  public Card bare(Frame frame, Map<String, String> attributes, SourceState state, Instant now) {
    SourceStatus store = state == SourceState.FRESH ? fresh(Optional.empty(), now) : store(state);
    return new Card(
        0,
        frame.interaction(),
        frame.match(),
        Optional.empty(),
        Optional.empty(),
        Tickets.none(),
        Journey.none(),
        History.none(),
        List.of(),
        Optional.empty(),
        new Satisfaction(Optional.empty(), Optional.empty()),
        List.of(),
        List.of(),
        List.of(),
        frame
            .interaction()
            .map(i -> Strangers.of(i, attributes, learned, words))
            .orElse(List.of()),
        List.of(),
        Effort.none(),
        Optional.empty(),
        List.of(store),
        frame.timing(),
        frame.transferredFrom(Optional.empty()),
        Map.of());
  }

  /** What was shown before, as the contact now stands: the store is away, and the card says how old the rest is. */
  public Card stale(Card last, Frame frame) {
    Optional<Instant> asOf = last.sources().stream().findFirst().flatMap(SourceStatus::asOf);
    Sentence why = Sentence.of("store.away");
    SourceStatus store = new SourceStatus(
        STORE,
        SourceState.STALE,
        asOf,
        Optional.empty(),
        Optional.of(words.say(why)),
        Optional.of(why));
    return with(last, frame, List.of(store));
  }

  /** What was shown before, as the contact now stands: only that has changed, and all else keeps its time. */
  public Card moved(Card last, Frame frame) {
    return with(last, frame, last.sources());
  }

  private static Card with(Card last, Frame frame, List<SourceStatus> sources) {
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
        last.friction(),
        last.effort(),
        last.company(),
        sources,
        frame.timing(),
        last.transferredFrom(),
        last.numbers());
  }
}
