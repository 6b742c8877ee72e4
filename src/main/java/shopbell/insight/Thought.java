package shopbell.insight;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Card;
import shopbell.model.Consent;
import shopbell.model.Guess;
import shopbell.model.Journey;
import shopbell.model.Reason;
import shopbell.model.Summary;
import shopbell.model.TransferredFrom;

/** Everything known of one customer, thought through once: what an agent sees of it, and what is remembered. */
public final class Thought {
  private static final int MOST_STEPS = 30;
  private static final int MOST_CONTACTS = 10;

  private final CardBuild.Frame frame;
  private final Optional<TransferredFrom> transferredFrom;
  private final Look look;
  private final Reasons.Ranking reasons;

  Thought(
      CardBuild.Frame frame,
      Optional<TransferredFrom> transferredFrom,
      Look look,
      Reasons.Ranking reasons) {
    this.frame = frame;
    this.transferredFrom = transferredFrom;
    this.look = look;
    this.reasons = reasons;
  }

  /** The whole card; {@code took} is how long the store needed. */
  public Card card(Duration took) {
    Summary summary = look.summary();
    List<Reason> shown = hints() ? reasons.owedFirst() : List.of();
    Optional<Stages.Standing> standing = Stages.of(look);
    return new Card(
        0,
        frame.interaction(),
        frame.match(),
        Optional.of(summary.customer()),
        summary.value(),
        summary.tickets(),
        journey(standing),
        summary.history().newest(MOST_CONTACTS),
        summary.promises(),
        Changes.since(look),
        Moods.of(summary.feedback()),
        summary.shipments(),
        List.of(),
        hints() ? NextSteps.of(look, shown, standing) : List.of(),
        shown,
        Frictions.of(look.trail(), look.words()),
        Efforts.of(look.trail()),
        summary.company(),
        // a clock may be set back meanwhile
        List.of(CardBuild.fresh(Optional.of(Math.max(0, took.toMillis())), look.now())),
        frame.timing(),
        transferredFrom,
        Map.of());
  }

  private boolean hints() {
    return !look.summary().customer().refuses(Consent.CUES);
  }

  private Journey journey(Optional<Stages.Standing> standing) {
    List<Journey.Item> items = look.summary().journey();
    int shown = Math.min(MOST_STEPS, items.size());
    return new Journey(
        Sessions.told(
            items.subList(0, shown), items.subList(shown, items.size()), look.catalogue()),
        standing.map(Stages.Standing::stage),
        standing.map(s -> look.words().say(s.because())),
        standing.map(Stages.Standing::because));
  }

  /** What the card says of the contact's reason, and from what; empty without a contact, and of a customer without hints. */
  public Optional<Guess> guess() {
    List<Reason> likeliest = reasons.likeliest();
    return frame
        .interaction()
        .filter(interaction -> hints())
        .map(interaction -> new Guess(
            interaction.id(),
            look.now(),
            reasons.signals(),
            likeliest.stream().map(Reason::topic).toList(),
            likeliest.stream().map(Reason::weight).toList()));
  }
}
