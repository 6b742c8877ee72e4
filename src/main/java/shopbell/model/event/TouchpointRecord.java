package shopbell.model.event;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import shopbell.model.CustomerRef;
import shopbell.model.Rejected;

/**
 * One step of a customer's journey: a page viewed, a form abandoned, a newsletter opened.
 *
 * @param channel web, app, shop … as the sender calls it
 * @param outcome its result, for example {@code failed} or {@code abandoned}
 */
public record TouchpointRecord(
    String key,
    Instant at,
    String id,
    CustomerRef customer,
    String channel,
    String name,
    Map<String, String> properties,
    Optional<String> outcome)
    implements CustomerFact {
  public TouchpointRecord {
    Objects.requireNonNull(at);
    if (name.isBlank() || name.length() > 200) {
      throw Rejected.field("/name", "a touchpoint's name has 1 to 200 characters");
    }
    properties = Map.copyOf(properties);
  }

  @Override
  public TouchpointRecord about(CustomerRef who) {
    return new TouchpointRecord(key, at, id, who, channel, name, properties, outcome);
  }
}
