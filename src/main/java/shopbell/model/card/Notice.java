package shopbell.model.card;

import java.time.Instant;
import shopbell.model.Severity;

/** Something every agent concerned should know, such as an outage. */
public record Notice(String id, Severity severity, String text, Instant at) {}
