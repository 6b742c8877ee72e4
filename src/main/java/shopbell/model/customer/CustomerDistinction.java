package shopbell.model.customer;

import java.time.Instant;
import java.util.Optional;

/** What tells people of one name apart, as far as it is known of all their records. */
public record CustomerDistinction(
    Optional<String> town,
    Optional<String> company,
    Optional<Instant> lastOrderAt,
    Optional<Instant> lastContactAt) {}
