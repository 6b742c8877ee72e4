package shopbell.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.model.Handle;
import shopbell.model.customer.Company.OnTheLine;
import shopbell.model.interaction.TrackedInteraction;

/**
 * Something that has happened and that other features react to. Its records are also the JSON between nodes: their
 * components keep their names, so that nodes of two releases understand each other.
 */
public sealed interface Change {
  /** An interaction was written to the store; {@code receivedAt} is the arrival of the event behind it. */
  record InteractionSaved(TrackedInteraction course, Instant receivedAt) implements Change {}

  /** An interaction could not be written, or not yet; only this node knows it. */
  record InteractionUnsaved(TrackedInteraction interaction, Instant receivedAt) implements Change {}

  /** The first event of an interaction is being written at this node. */
  record InteractionExpected(TrackedInteraction interaction) implements Change {}

  /** The state of {@code interaction} outside its own events has changed, such as its customer or a note. */
  record InteractionOutdated(UUID interaction) implements Change {}

  /** The sources about the customer of {@code interaction} are to be asked again, wherever a card shows it. */
  record RefreshRequested(UUID interaction) implements Change {}

  /** Nothing more can happen to {@code interaction}; it leaves memory. */
  record InteractionForgotten(UUID interaction) implements Change {}

  /** Something about these customers has changed. */
  record CustomersChanged(Set<UUID> customers) implements Change {
    public CustomersChanged {
      customers = Set.copyOf(customers);
    }
  }

  /** These handles belong to a customer now. */
  record HandlesKnown(List<Handle> handles) implements Change {
    public HandlesKnown {
      handles = List.copyOf(handles);
    }
  }

  /** The notices in the store are other ones. */
  record NoticesChanged() implements Change {}

  /** What a page about {@code topic} shows is no longer what can be read. */
  record TopicChanged(Topic topic) implements Change {}

  /** Any card may be wrong, for example after the database was away. */
  record EverythingOutdated() implements Change {}

  /** An agent has connected; these open interactions of the agent have no card on this node yet. */
  record AgentArrived(List<UUID> missing) implements Change {
    public AgentArrived {
      missing = List.copyOf(missing);
    }
  }

  /**
   * The state of a source about {@code customer} has changed; the id of the interaction names an unknown caller.
   *
   * @param stored whether the source has answered and its answer is stored
   */
  record SourceAsked(UUID customer, boolean stored) implements Change {}

  /** The accounts of these names were added, changed or removed, as this node has read them. */
  record AccountsChanged(Set<String> names) implements Change {
    public AccountsChanged {
      names = Set.copyOf(names);
    }
  }

  /** A customer of a company has begun or ended an interaction; without {@code line} no customer of a company is in it. */
  record CompanyLineChanged(UUID interaction, Optional<Line> line) implements Change {}

  /** An open interaction of a company's customer. */
  record Line(UUID company, OnTheLine who) {}
}
