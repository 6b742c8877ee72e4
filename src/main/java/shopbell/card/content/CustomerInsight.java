package shopbell.card.content;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.insight.ChangesSinceContact;
import shopbell.insight.ContactReasons;
import shopbell.insight.CustomerEffort;
import shopbell.insight.FrictionRules;
import shopbell.insight.LifecycleStages;
import shopbell.insight.RuleInput;
import shopbell.insight.SatisfactionTrend;
import shopbell.insight.ValueForecasts;
import shopbell.insight.VisitSessions;
import shopbell.model.Consent;
import shopbell.model.card.Card;
import shopbell.model.card.CardInsight;
import shopbell.model.card.ContactReason;
import shopbell.model.card.CustomerProfile;
import shopbell.model.card.CustomerSummary;
import shopbell.model.card.ReasonPrediction;
import shopbell.model.card.TransferredFrom;
import shopbell.model.customer.Journey;

/** The conclusions from all data of one customer, drawn once for the card and for the training of reasons. */
public final class CustomerInsight {
  private static final int MOST_STEPS = 30;
  private static final int MOST_CONTACTS = 10;

  private final CardBuilder.Frame frame;
  private final Optional<TransferredFrom> transferredFrom;
  private final RuleInput ruleInput;
  private final ContactReasons.Ranking reasons;
  private final boolean hidden;
  private final ValueForecasts forecasts;

  /** The likely reasons, and whether the card hides all but what is owed. */
  record Reasons(ContactReasons.Ranking ranking, boolean hidden) {}

  CustomerInsight(
      CardBuilder.Frame frame,
      Optional<TransferredFrom> transferredFrom,
      RuleInput ruleInput,
      Reasons reasons,
      ValueForecasts forecasts) {
    this.frame = frame;
    this.transferredFrom = transferredFrom;
    this.ruleInput = ruleInput;
    this.reasons = reasons.ranking();
    this.hidden = reasons.hidden();
    this.forecasts = forecasts;
  }

  /** The whole card but its actions, which are chosen from it; {@code took} is how long the store needed. */
  public Card card(Duration took) {
    Optional<LifecycleStages.Standing> standing = LifecycleStages.of(ruleInput);
    // a clock may be set back meanwhile
    long millis = Math.max(0, took.toMillis());
    return new Card(
        0,
        frame.interaction(),
        frame.match(),
        profile(standing),
        insight(),
        List.of(),
        List.of(CardBuilder.fresh(Optional.of(millis), ruleInput.now())),
        frame.timing(),
        transferredFrom,
        Map.of());
  }

  private CustomerProfile profile(Optional<LifecycleStages.Standing> standing) {
    CustomerSummary known = ruleInput.summary();
    return new CustomerProfile(
        Optional.of(known.customer()),
        known.value().map(value -> forecasts.on(value, known.customer(), ruleInput.now())),
        known.tickets(),
        journey(standing),
        known.history().newest(MOST_CONTACTS),
        known.promises(),
        SatisfactionTrend.of(known.feedback()),
        known.shipments(),
        known.company());
  }

  private CardInsight insight() {
    List<ContactReason> all = hidden ? reasons.owedAlone() : reasons.owedFirst();
    List<ContactReason> shown = hints() ? all : List.of();
    return new CardInsight(
        List.of(),
        shown,
        hints() && hidden,
        FrictionRules.of(ruleInput.trail(), ruleInput.words()),
        CustomerEffort.of(ruleInput.trail()),
        ChangesSinceContact.since(ruleInput));
  }

  private boolean hints() {
    return !ruleInput.summary().customer().refuses(Consent.CUES);
  }

  private Journey journey(Optional<LifecycleStages.Standing> standing) {
    List<Journey.Item> items = ruleInput.summary().journey();
    int shown = Math.min(MOST_STEPS, items.size());
    return new Journey(
        VisitSessions.told(
            items.subList(0, shown), items.subList(shown, items.size()), ruleInput.catalogue()),
        standing.map(LifecycleStages.Standing::stage),
        standing.map(s -> ruleInput.words().say(s.because())),
        standing.map(LifecycleStages.Standing::because));
  }

  /** The predicted reason and its signals; empty outside an interaction, and for a customer who refuses hints. */
  public Optional<ReasonPrediction> prediction() {
    return frame
        .interaction()
        .filter(interaction -> hints())
        .map(interaction -> new ReasonPrediction(
            interaction.id(),
            ruleInput.now(),
            interaction.queue(),
            hidden,
            reasons.features(),
            reasons.likeliest().stream().map(ContactReason::topic).toList(),
            reasons.probabilities()));
  }
}
