package shopbell.model;

import java.time.Instant;

/** Something every agent concerned should know, such as an outage. */
public record Notice(String id, Severity severity, String text, Instant at) {}
