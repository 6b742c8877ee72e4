package shopbell.model.event;

import java.time.Instant;
import java.util.Objects;
import shopbell.model.Rejected;

/** A message in a chat, or its sender's later edit or deletion. */
public record InteractionMessage(
    String key,
    Instant at,
    String interaction,
    String messageId,
    MessageAuthor author,
    String text,
    MessageChange change)
    implements Inbound {
  public InteractionMessage {
    Objects.requireNonNull(change);
    Objects.requireNonNull(at);
    Objects.requireNonNull(author);
    if (interaction.isBlank() || interaction.length() > 200) {
      throw Rejected.field(
          "/interaction", "the sender's id of the call or chat has 1 to 200 characters");
    }
    if (text.length() > 20_000) {
      throw Rejected.field("/text", "a message has at most 20,000 characters");
    }
  }
}
