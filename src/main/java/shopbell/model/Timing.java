package shopbell.model;

import java.time.Instant;
import java.util.Optional;

/** The stamps of one arrival: event in, identified, pushed to the desk. */
public record Timing(
    Instant receivedAt, Optional<Instant> identifiedAt, Optional<Instant> pushedAt) {}
