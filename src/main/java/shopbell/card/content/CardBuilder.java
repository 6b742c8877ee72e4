package shopbell.card.content;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.i18n.Words;
import shopbell.insight.BlindDraw;
import shopbell.insight.ContactReasons;
import shopbell.insight.LearnedReasons;
import shopbell.insight.RuleInput;
import shopbell.insight.StepCatalogue;
import shopbell.insight.UnknownCallerReasons;
import shopbell.insight.ValueForecasts;
import shopbell.insight.VisitSessions;
import shopbell.model.Sentence;
import shopbell.model.card.Card;
import shopbell.model.card.CardInsight;
import shopbell.model.card.CardTiming;
import shopbell.model.card.ContactReason;
import shopbell.model.card.CustomerProfile;
import shopbell.model.card.CustomerSummary;
import shopbell.model.card.SourceState;
import shopbell.model.card.SourceStatus;
import shopbell.model.card.TransferredFrom;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.customer.Journey;
import shopbell.model.interaction.Handover;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionState;

/** Puts facts and conclusions together as one card; the desk gives it its version. */
public final class CardBuilder {
  private static final String STORE = "shopbell";

  private final Words words;
  private final RuleInput.Tongue tongue;
  private volatile LearnedReasons learned = LearnedReasons.stated();
  private volatile BlindDraw blind = BlindDraw.none();
  private volatile ValueForecasts forecasts = ValueForecasts.untrained();

  public CardBuilder(Words words, StepCatalogue stepCatalogue) {
    this.words = words;
    this.tongue = new RuleInput.Tongue(words, stepCatalogue);
  }

  /** Reasons are predicted with this model from now on. */
  public void learned(LearnedReasons newer) {
    learned = newer;
  }

  /** Cards of the drawn interactions hide predicted reasons from now on, until the wrap-up. */
  public void hidingReasons(BlindDraw drawn) {
    blind = drawn;
  }

  private boolean hidesReasons(Frame frame) {
    return frame
        .interaction()
        .filter(i -> i.state() != InteractionState.CLOSED)
        .filter(i -> blind.draws(i.id()))
        .isPresent();
  }

  /** The value of customers is forecast with this from now on. */
  public void forecasts(ValueForecasts newer) {
    forecasts = newer;
  }

  /** A timeline as a person reads it: names in words, touchpoints by visit; newest first, {@code earlier} ones left out. */
  public List<Journey.Item> readable(List<Journey.Item> items, List<Journey.Item> earlier) {
    return VisitSessions.told(items, earlier, tongue.catalogue());
  }

  /** The parts of a card that are known before the summary: the interaction and its match. */
  public record Frame(
      Optional<Interaction> interaction,
      CustomerMatch match,
      CardTiming timing,
      Optional<Handover> handover) {
    /** Of an interaction without a handover. */
    public Frame(Optional<Interaction> interaction, CustomerMatch match, CardTiming timing) {
      this(interaction, match, timing, Optional.empty());
    }

    /** The brief for the agent who takes over; {@code summary} includes this interaction. */
    Optional<TransferredFrom> transferredFrom(Optional<CustomerSummary> summary) {
      Optional<TransferredFrom> within =
          handover.flatMap(from -> interaction.map(now -> TransferredFrom.of(from, now, summary)));
      return within.or(() -> interaction
          .flatMap(Interaction::parent)
          .flatMap(parent -> summary.flatMap(s -> TransferredFrom.of(parent, s))));
    }
  }

  /** The conclusions from {@code customerSummary} at {@code now}. */
  public CustomerInsight insight(Frame frame, CustomerSummary customerSummary, Instant now) {
    RuleInput ruleInput = RuleInput.at(
        customerSummary.besides(frame.interaction()), frame.interaction(), tongue, now);
    return new CustomerInsight(
        frame,
        frame.transferredFrom(Optional.of(customerSummary)),
        ruleInput,
        new CustomerInsight.Reasons(ContactReasons.of(ruleInput, learned), hidesReasons(frame)),
        forecasts);
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
   * A card of the interaction alone, with the reason: no customer, several possible customers, or a late or missing store.
   *
   * @param attributes further facts of the sender, such as the choice in a menu
   * @param state the state of the store
   */
  public Card interactionOnly(
      Frame frame, Map<String, String> attributes, SourceState state, Instant now) {
    SourceStatus store = state == SourceState.FRESH ? fresh(Optional.empty(), now) : store(state);
    List<ContactReason> reasons = frame
        .interaction()
        .map(i -> UnknownCallerReasons.of(i, attributes, learned, words))
        .orElse(List.of());
    return new Card(
        0,
        frame.interaction(),
        frame.match(),
        CustomerProfile.none(),
        CardInsight.of(reasons),
        List.of(),
        List.of(store),
        frame.timing(),
        frame.transferredFrom(Optional.empty()),
        Map.of());
  }

  /** The last card for the new state of the interaction; the store is away, and the card says how old its data is. */
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
    return last.at(0, frame.interaction(), List.of(store), frame.timing());
  }

  /** The last card for the new state of the interaction; its data keeps its time. */
  public Card updated(Card last, Frame frame) {
    return last.at(0, frame.interaction(), last.sources(), frame.timing());
  }
}
