package shopbell.interaction;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Agent;
import shopbell.model.Handle;
import shopbell.model.card.Card;
import shopbell.model.customer.Journey;
import shopbell.model.interaction.TrackedInteraction;

/** What has to happen in other rooms when an agent has said something; the root fills it. */
public interface AgentActions {
  /** Whether the interaction rang or is for this person; a supervisor may touch any. */
  boolean concerns(Agent agent, TrackedInteraction trackedInteraction);

  /** Whom the interaction's card names here; empty when it names nobody, or there is none. */
  Optional<UUID> customer(UUID interaction);

  /** The desk shows the interaction anew. */
  void changed(TrackedInteraction trackedInteraction);

  /** The interaction's handles are learned for {@code customer}, then the desk shows it anew. */
  Future<Void> chosen(TrackedInteraction trackedInteraction, UUID customer, String agent);

  /** Every other system is asked anew about the interaction's customer; completes before they answer. */
  Future<Void> refresh(TrackedInteraction trackedInteraction);

  /** The same about {@code customer}, outside any interaction; NOT_FOUND when there is none. */
  Future<Void> refresh(UUID customer);

  /** Every card about {@code customer} is built anew. */
  void customerChanged(UUID customer);

  /** The card of a customer outside any interaction; NOT_FOUND when there is none. */
  Future<Card> card(UUID customer);

  /** A timeline as a person reads it; {@code earlier} steps only tell where its last visit began. */
  List<Journey.Item> readable(List<Journey.Item> items, List<Journey.Item> earlier);

  /** Handles as they are stored; those that say nothing are left out. */
  List<Handle> normalised(List<Handle> handles);

  /** The name of who signs in here by this name or alias. */
  Optional<String> colleague(String nameOrAlias);

  /** Who may sign in has changed. */
  Future<Void> usersChanged();
}
