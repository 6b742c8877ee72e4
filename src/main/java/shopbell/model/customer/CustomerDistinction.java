package shopbell.model.customer;

import java.time.Instant;
import java.util.Optional;

/** What distinguishes people of one name, collected from all their records; unknown values are empty. */
public record CustomerDistinction(
    Optional<String> town,
    Optional<String> company,
    Optional<Instant> lastOrderAt,
    Optional<Instant> lastContactAt) {}
