package shopbell.model.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import shopbell.model.Channel;
import shopbell.model.Direction;
import shopbell.model.event.EndCause;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionState;

/** Calls and chats, newest first: closed, waiting for wrap-up, or active with another agent. */
public record ContactHistory(int contacts, int last30Days, List<Contact> items) {
  private static final Duration MONTH = Duration.ofDays(30);

  /**
   * One call or chat with its outcome.
   *
   * @param answeredAt empty when no agent answered, or when the sender did not say
   * @param reason the contact reason the agent chose
   * @param agent the agent who talked; until the contact is closed, the name the sender uses
   * @param transfers how often an agent transferred the customer
   * @param parent the contact that this one continues
   * @param state closed once it was wrapped up, wrap-up once it has ended, else it is active
   */
  public record Contact(
      UUID interaction,
      Channel channel,
      Direction direction,
      Instant at,
      Optional<Instant> answeredAt,
      Optional<Instant> endedAt,
      Optional<EndCause> cause,
      Optional<String> queue,
      int transfers,
      Optional<String> agent,
      Optional<String> disposition,
      Optional<String> reason,
      Optional<String> note,
      InteractionState state,
      Optional<UUID> parent) {
    public Contact {
      Objects.requireNonNull(state);
    }

    /** Whether it has ended, wrapped up or not. */
    public boolean over() {
      return state == InteractionState.CLOSED || state == InteractionState.WRAP_UP;
    }

    private Contact by(Optional<String> name) {
      return with(at, transfers, name, parent);
    }

    /** A copy that starts with {@code leg}, with which it is one contact. */
    public Contact after(Contact leg) {
      Optional<UUID> before = parent.equals(Optional.of(leg.interaction())) ? leg.parent() : parent;
      Instant since = leg.at().isBefore(at) ? leg.at() : at;
      return with(since, transfers + leg.transfers(), agent, before);
    }

    /** A copy with one more transfer by an agent. */
    public Contact handedOn() {
      return with(at, transfers + 1, agent, parent);
    }

    private Contact with(Instant since, int times, Optional<String> name, Optional<UUID> before) {
      return new Contact(
          interaction,
          channel,
          direction,
          since,
          answeredAt,
          endedAt,
          cause,
          queue,
          times,
          name,
          disposition,
          reason,
          note,
          state,
          before);
    }
  }

  public ContactHistory {
    items = List.copyOf(items);
  }

  /** A copy with at most {@code most} items. */
  public ContactHistory newest(int most) {
    return new ContactHistory(contacts, last30Days, items.stream().limit(most).toList());
  }

  /** The contact with this id; empty where it is not among the items. */
  public Optional<Contact> contact(UUID interaction) {
    return items.stream().filter(c -> c.interaction().equals(interaction)).findFirst();
  }

  /**
   * A copy without the contact {@code own} (which may be empty); entries that are one contact to the customer are
   * joined.
   */
  public ContactHistory besides(Optional<Interaction> own) {
    List<Contact> others = items.stream()
        .filter(c -> own.filter(now -> now.id().equals(c.interaction())).isEmpty())
        .toList();
    List<Contact> joined = CallLegs.joined(others, own);
    Set<UUID> left = joined.stream().map(Contact::interaction).collect(Collectors.toSet());
    List<Contact> gone =
        items.stream().filter(c -> !left.contains(c.interaction())).toList();
    long lately = gone.stream()
        .filter(c -> c.at().isAfter(items.get(0).at().minus(MONTH)))
        .count();
    return new ContactHistory(
        contacts - gone.size(), Math.max(0, last30Days - (int) lately), joined);
  }

  /** A copy with the Shopbell names of the agents of open contacts. */
  public ContactHistory named(UnaryOperator<String> names) {
    return new ContactHistory(
        contacts,
        last30Days,
        items.stream()
            .map(c -> c.state() == InteractionState.CLOSED ? c : c.by(c.agent().map(names)))
            .toList());
  }

  /** A customer without any contact. */
  public static ContactHistory none() {
    return new ContactHistory(0, 0, List.of());
  }
}
