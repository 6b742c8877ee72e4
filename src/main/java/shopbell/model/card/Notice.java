package shopbell.model.card;

import java.time.Instant;
import shopbell.model.Severity;

/** A notice for every agent concerned, such as an outage. */
public record Notice(String id, Severity severity, String text, Instant at) {}
