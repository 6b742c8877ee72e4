package shopbell.model.event;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import shopbell.model.Channel;
import shopbell.model.CustomerRef;
import shopbell.model.Direction;
import shopbell.model.ExternalId;
import shopbell.model.Rejected;

/**
 * A past call or chat, as it was wrapped up in a previous system.
 *
 * @param agent the agent who talked; empty when the contact was not answered
 * @param reason the contact reason, as agents choose it at wrap-up
 */
public record ContactRecord(
    String key,
    Instant at,
    ExternalId id,
    CustomerRef customer,
    Channel channel,
    Direction direction,
    Instant endedAt,
    EndCause cause,
    Optional<String> queue,
    Optional<String> agent,
    Optional<String> disposition,
    Optional<String> reason,
    Optional<String> note)
    implements CustomerFact {
  public ContactRecord {
    Objects.requireNonNull(at);
    if (endedAt.isBefore(at)) {
      throw Rejected.field("/endedAt", "is not before startedAt");
    }
  }

  @Override
  public ContactRecord about(CustomerRef who) {
    return new ContactRecord(
        key,
        at,
        id,
        who,
        channel,
        direction,
        endedAt,
        cause,
        queue,
        agent,
        disposition,
        reason,
        note);
  }
}
