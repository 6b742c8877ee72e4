package shopbell.model.card;

import java.time.Instant;
import java.util.Optional;

/** The stamps of one arrival: event in, identified, pushed to the desk. */
public record CardTiming(
    Instant receivedAt, Optional<Instant> identifiedAt, Optional<Instant> pushedAt) {}
