package shopbell;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.card.SummaryStore;
import shopbell.card.content.CardBuilder;
import shopbell.identity.CustomerMatcher;
import shopbell.identity.HandleNormaliser;
import shopbell.identity.HandleStore;
import shopbell.interaction.AgentActions;
import shopbell.model.Agent;
import shopbell.model.Handle;
import shopbell.model.card.Card;
import shopbell.model.customer.Journey;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.security.UserDirectory;

/** What an agent's action changes beyond its own table: cards here and on other nodes, what is known of handles, the directory. */
final class AgentActionEffects implements AgentActions {
  /** The parts of other features that an action reaches. */
  record Parts(
      HandleNormaliser normaliser,
      HandleStore identities,
      CustomerMatcher identifier,
      SummaryStore summaries,
      CardBuilder build,
      UserDirectory directory,
      Addressees addressees) {}

  private static final Logger LOG = LoggerFactory.getLogger(AgentActionEffects.class);

  /** The one key under which the directory is read: one reading at a time. */
  private static final UUID DIRECTORY = new UUID(0, 0);

  private final Turns reading = new Turns();
  private final Parts parts;
  private final Showing showing;
  private final CustomerCards cards;
  private final Broadcast broadcast;
  private final InstantSource clock;

  AgentActionEffects(Parts parts, Showing showing, Broadcast broadcast, InstantSource clock) {
    this.parts = parts;
    this.showing = showing;
    this.cards = new CustomerCards(parts.summaries(), parts.build(), showing, clock);
    this.broadcast = broadcast;
    this.clock = clock;
    broadcast.on(Broadcast.USERS, Boolean.class, elsewhere -> users());
  }

  @Override
  public boolean concerns(Agent agent, TrackedInteraction trackedInteraction) {
    return parts.addressees().concerns(agent, trackedInteraction);
  }

  @Override
  public Optional<UUID> customer(UUID interaction) {
    return showing.customer(interaction);
  }

  @Override
  public void changed(TrackedInteraction trackedInteraction) {
    broadcast.kept(trackedInteraction, clock.instant());
    broadcast.anew(trackedInteraction.interaction().id());
  }

  @Override
  public Future<Void> chosen(TrackedInteraction trackedInteraction, UUID customer, String agent) {
    List<Handle> handles = parts.identifier().handles(trackedInteraction);
    return parts
        .identities()
        .learn(new HandleStore.Choice(
            customer, handles, agent, Optional.of(trackedInteraction.interaction().id()), clock.instant()))
        .onSuccess(touched -> {
          broadcast.kept(trackedInteraction, clock.instant());
          broadcast.changed(touched);
        })
        .mapEmpty();
  }

  @Override
  public Future<Void> refresh(TrackedInteraction trackedInteraction) {
    return broadcast.refresh(trackedInteraction.interaction().id());
  }

  @Override
  public Future<Void> refresh(UUID customer) {
    return showing.askAnew(customer);
  }

  @Override
  public void customerChanged(UUID customer) {
    broadcast.changed(Set.of(customer));
  }

  @Override
  public Future<Card> card(UUID customer) {
    return cards.of(customer);
  }

  @Override
  public List<Journey.Item> readable(List<Journey.Item> items, List<Journey.Item> earlier) {
    return parts.build().readable(items, earlier);
  }

  @Override
  public List<Handle> normalised(List<Handle> handles) {
    return parts.normaliser().handles(handles, nothing -> {});
  }

  @Override
  public Optional<String> colleague(String nameOrAlias) {
    return parts.directory().name(nameOrAlias);
  }

  @Override
  public Future<Void> usersChanged() {
    return users().onSuccess(read -> broadcast.tell(Broadcast.USERS, true));
  }

  /** Reads the directory again; where it has changed, every card is built again, as agents may have other names now. */
  Future<Void> users() {
    return reading.ask(
        DIRECTORY,
        () -> parts
            .directory()
            .refresh()
            .onSuccess(changed -> {
              if (!changed.isEmpty()) {
                showing.all();
              }
            })
            .onFailure(away -> LOG.debug("the directory is as old as the database's absence"))
            .mapEmpty());
  }
}
