package shopbell.card;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.card.content.CardBuilder;
import shopbell.events.Change;
import shopbell.events.ChangePublisher;
import shopbell.events.Topic;
import shopbell.identity.CustomerMatcher;
import shopbell.identity.HandleNormaliser;
import shopbell.interaction.AgentActions;
import shopbell.interaction.InteractionNotes;
import shopbell.interaction.Recipients;
import shopbell.model.Agent;
import shopbell.model.Handle;
import shopbell.model.card.Card;
import shopbell.model.customer.Journey;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.nextaction.CardDecisions;
import shopbell.security.UserDirectory;

/** The effects of an agent's action outside its own table, on the cards of all nodes. */
public final class AgentActionEffects implements AgentActions {
  /** The parts of other features that an action reaches. */
  public record ActionParts(
      HandleNormaliser normaliser,
      CustomerMatcher identifier,
      SummaryStore summaries,
      CardBuilder build,
      CardDecisions decisions,
      UserDirectory directory,
      Recipients addressees) {}

  private final ActionParts actionParts;
  private final CardUpdater cardUpdater;
  private final CustomerPageCard cards;
  private final ChangePublisher changePublisher;
  private final InstantSource clock;

  public AgentActionEffects(
      ActionParts actionParts,
      CardUpdater cardUpdater,
      ChangePublisher changePublisher,
      InstantSource clock) {
    this.actionParts = actionParts;
    this.cardUpdater = cardUpdater;
    this.cards = new CustomerPageCard(
        actionParts.summaries(), actionParts.build(), actionParts.decisions(), cardUpdater, clock);
    this.changePublisher = changePublisher;
    this.clock = clock;
  }

  @Override
  public boolean concerns(Agent agent, TrackedInteraction tracked) {
    return actionParts.addressees().concerns(agent, tracked);
  }

  @Override
  public Optional<UUID> customer(UUID interaction) {
    return cardUpdater.customer(interaction);
  }

  @Override
  public void changed(TrackedInteraction tracked) {
    changePublisher.saved(tracked, clock.instant());
    changePublisher.publish(new Change.InteractionOutdated(tracked.interaction().id()));
    // a wrap-up says what the reason was
    changePublisher.topicChanged(Topic.REASONS);
  }

  @Override
  public List<Handle> handles(TrackedInteraction tracked) {
    return actionParts.identifier().handles(tracked);
  }

  @Override
  public void chosen(InteractionNotes.Chosen chosen) {
    changePublisher.saved(chosen.course(), clock.instant());
    changePublisher.changed(chosen.customers());
  }

  @Override
  public Future<Void> refresh(TrackedInteraction tracked) {
    return changePublisher.publish(
        new Change.RefreshRequested(tracked.interaction().id()));
  }

  @Override
  public Future<Void> refresh(UUID customer) {
    return cardUpdater.askSources(customer);
  }

  @Override
  public void customerChanged(UUID customer) {
    changePublisher.changed(Set.of(customer));
  }

  @Override
  public Future<Card> card(UUID customer) {
    return cards.of(customer);
  }

  /** The facts of a decision about {@code customer} outside any interaction; NOT_FOUND when there is none. */
  public Future<Card> facts(UUID customer) {
    return cards.facts(customer);
  }

  @Override
  public List<Journey.Item> readable(List<Journey.Item> items, List<Journey.Item> earlier) {
    return actionParts.build().readable(items, earlier);
  }

  @Override
  public List<Handle> normalised(List<Handle> handles) {
    return actionParts.normaliser().handles(handles, nothing -> {});
  }

  @Override
  public Optional<String> colleague(String nameOrAlias) {
    return actionParts.directory().name(nameOrAlias);
  }
}
