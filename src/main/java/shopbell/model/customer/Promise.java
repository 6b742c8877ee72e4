package shopbell.model.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A promise to a customer; broken once {@code due} has passed and no agent kept it.
 *
 * @param agent the agent who made it
 * @param owner the agent who has to keep it; empty when {@code queue} has to, or when {@code agent} has to
 * @param queue the queue whose agents have to keep it
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
