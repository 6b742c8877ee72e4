package shopbell.model.card;

import java.time.Instant;
import java.util.Optional;

/** The time stamps of one arrival: event received, customer identified, card pushed. */
public record CardTiming(
    Instant receivedAt, Optional<Instant> identifiedAt, Optional<Instant> pushedAt) {}
