package shopbell.model.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What was promised to a customer; broken once {@code due} has passed and nobody kept it.
 *
 * @param agent who made it
 * @param owner who is to keep it; empty when {@code queue} is, or when it is the one who made it
 * @param queue whose agents are to keep it
 */
public record Promise(
    UUID id,
    String text,
    Instant due,
    PromiseState state,
    Optional<String> agent,
    Instant madeAt,
    Optional<String> owner,
    Optional<String> queue,
    Optional<Instant> keptAt) {}
