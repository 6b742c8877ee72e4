package shopbell.model;

import java.time.Instant;
import java.util.Optional;

/** How far one source of a card has got, how old what it said is, and how long it took in milliseconds. */
public record SourceStatus(
    String name,
    SourceState state,
    Optional<Instant> asOf,
    Optional<Long> tookMs,
    Optional<String> reason) {}
