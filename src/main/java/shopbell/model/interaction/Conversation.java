package shopbell.model.interaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import shopbell.model.event.InteractionMessage;
import shopbell.model.event.MessageChange;
import shopbell.model.interaction.Interaction.Message;

/** The messages of a chat after one more message, edit or deletion, in whatever order these arrive. */
final class Conversation {
  private Conversation() {}

  /** {@code before} with {@code event}, oldest first; equal to {@code before} where nothing is new. */
  static List<Message> after(List<Message> before, InteractionMessage event) {
    List<Message> messages = new ArrayList<>(before);
    Optional<Message> known =
        before.stream().filter(m -> m.id().equals(event.messageId())).findFirst();
    // one that is no longer among the newest: an edit does not make it the last
    if (known.isEmpty()
        && event.change() != MessageChange.SENT
        && before.size() >= InteractionLifecycle.MOST_MESSAGES) {
      return before;
    }
    known.ifPresent(messages::remove);
    messages.add(known.map(message -> changed(message, event)).orElseGet(() -> first(event)));
    messages.sort(Comparator.comparing(Message::at));
    return messages;
  }

  private static Message first(InteractionMessage event) {
    return switch (event.change()) {
      case SENT -> sent(event);
      case EDITED -> edited(sent(event), event);
      case DELETED -> deleted(sent(event), event);
    };
  }

  private static Message sent(InteractionMessage event) {
    return new Message(
        event.messageId(),
        event.at(),
        event.author(),
        event.text(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static Message changed(Message known, InteractionMessage event) {
    return switch (event.change()) {
      case SENT -> original(known, event);
      case EDITED ->
        known.deletedAt().isPresent()
                || known.text().equals(event.text())
                || known.editedAt().filter(at -> !at.isBefore(event.at())).isPresent()
            ? known
            : edited(known, event);
      case DELETED -> known.deletedAt().isPresent() ? known : deleted(known, event);
    };
  }

  /**
   * The message itself arrives after its edit or deletion: of {@code known}, only the time and author of that change
   * are new.
   */
  private static Message original(Message known, InteractionMessage event) {
    boolean late = known.editedAt().isPresent() || known.deletedAt().isPresent();
    return late && event.at().isBefore(known.at())
        ? new Message(
            known.id(),
            event.at(),
            event.author(),
            known.text(),
            known.editedAt(),
            known.deletedAt(),
            false)
        : known;
  }

  private static Message edited(Message message, InteractionMessage event) {
    return new Message(
        message.id(),
        message.at(),
        message.author(),
        event.text(),
        Optional.of(event.at()),
        Optional.empty(),
        false);
  }

  private static Message deleted(Message message, InteractionMessage event) {
    return new Message(
        message.id(),
        message.at(),
        message.author(),
        "",
        message.editedAt(),
        Optional.of(event.at()),
        false);
  }
}
