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

/** The effects of an agent's action on cards and identity; the application wires them. */
public interface AgentActions {
  /** Whether the interaction rang or is for this person; a supervisor may touch any. */
  boolean concerns(Agent agent, TrackedInteraction tracked);

  /**
   * The customer that the interaction's card names on this node; empty when there is no card, or no customer on it.
   */
  Optional<UUID> customer(UUID interaction);

  /** Updates the interaction's card. */
  void changed(TrackedInteraction tracked);

  /** The customer's handles in the interaction, which a choice of the customer teaches. */
  List<Handle> handles(TrackedInteraction tracked);

  /** Updates the cards that a stored choice concerns. */
  void chosen(InteractionNotes.Chosen chosen);

  /** Queries every other system again about the interaction's customer; completes before they answer. */
  Future<Void> refresh(TrackedInteraction tracked);

  /**
   * Queries every other system again about {@code customer}, outside any interaction; NOT_FOUND when there is none.
   */
  Future<Void> refresh(UUID customer);

  /** Rebuilds every card about {@code customer}. */
  void customerChanged(UUID customer);

  /** The card of a customer outside any interaction; NOT_FOUND when there is none. */
  Future<Card> card(UUID customer);

  /** A timeline in readable form; {@code earlier} steps only show where its last visit began. */
  List<Journey.Item> readable(List<Journey.Item> items, List<Journey.Item> earlier);

  /** Handles as they are stored, without the meaningless ones. */
  List<Handle> normalised(List<Handle> handles);

  /** The sign-in name of the user with this name or alias. */
  Optional<String> colleague(String nameOrAlias);
}
