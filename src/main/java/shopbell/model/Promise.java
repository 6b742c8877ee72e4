package shopbell.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What was promised to a customer; broken once {@code due} has passed and nobody kept it. */
public record Promise(
    UUID id,
    String text,
    Instant due,
    PromiseState state,
    Optional<String> agent,
    Instant madeAt) {}
