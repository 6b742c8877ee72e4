package shopbell.model.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import shopbell.model.ExternalId;

/**
 * A parcel in transit.
 *
 * @param order the order's id in the same system
 * @param exception what went wrong, in the carrier's words
 */
public record ShipmentRecord(
    String key,
    Instant at,
    ExternalId id,
    String order,
    Optional<Instant> promisedAt,
    Optional<Instant> expectedAt,
    String status,
    List<Scan> events,
    Optional<String> exception,
    Optional<String> url)
    implements Inbound {
  /** One scan of the parcel. */
  public record Scan(Instant at, String code, String text) {}

  public ShipmentRecord {
    Objects.requireNonNull(at);
    events = List.copyOf(events);
  }
}
