package shopbell.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Calls and chats, newest first: those that are over, those that still wait for their wrap-up, and those that go on elsewhere. */
public record History(int contacts, int last30Days, List<Contact> items) {
  /**
   * One of them, as it went and was wrapped up.
   *
   * @param answeredAt empty when nobody answered, or when the system it comes from did not say
   * @param reason what it was about, in the word the agent chose
   * @param agent the one who talked; of a contact that is not closed as its sender names the agent
   * @param state closed when it was wrapped up, wrap-up when it has ended only, else it goes on
   */
  public record Contact(
      UUID interaction,
      Channel channel,
      Direction direction,
      Instant at,
      Optional<Instant> answeredAt,
      Optional<Instant> endedAt,
      Optional<Cause> cause,
      Optional<String> queue,
      int transfers,
      Optional<String> agent,
      Optional<String> disposition,
      Optional<String> reason,
      Optional<String> note,
      State state) {
    public Contact {
      Objects.requireNonNull(state);
    }

    /** Whether it has ended, wrapped up or not. */
    public boolean over() {
      return state == State.CLOSED || state == State.WRAP_UP;
    }

    private Contact by(Optional<String> name) {
      return new Contact(
          interaction,
          channel,
          direction,
          at,
          answeredAt,
          endedAt,
          cause,
          queue,
          transfers,
          name,
          disposition,
          reason,
          note,
          state);
    }
  }

  public History {
    items = List.copyOf(items);
  }

  /** The same with at most {@code most} items. */
  public History newest(int most) {
    return new History(contacts, last30Days, items.stream().limit(most).toList());
  }

  /** The contact with this id, where it is among the items. */
  public Optional<Contact> contact(UUID interaction) {
    return items.stream().filter(c -> c.interaction().equals(interaction)).findFirst();
  }

  /** The same without one contact: the one whose card it is for. */
  public History besides(UUID interaction) {
    return contact(interaction)
        .map(own -> new History(
            contacts - 1,
            last30Days - 1,
            items.stream().filter(c -> !c.equals(own)).toList()))
        .orElse(this);
  }

  /** The same with the agents of contacts that are not closed by the names they have here. */
  public History named(UnaryOperator<String> names) {
    return new History(
        contacts,
        last30Days,
        items.stream()
            .map(c -> c.state() == State.CLOSED ? c : c.by(c.agent().map(names)))
            .toList());
  }

  /** Nobody has ever called. */
  public static History none() {
    return new History(0, 0, List.of());
  }
}
