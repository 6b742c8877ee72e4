package shopbell.model.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A parcel in transit, or delivered lately. */
public record Shipment(
    UUID id,
    String system,
    String number,
    String status,
    Optional<Instant> promisedAt,
    Optional<Instant> expectedAt,
    Optional<Instant> deliveredAt,
    Optional<String> exception,
    Optional<String> url) {}
