package shopbell.json;

import java.time.Instant;

/** The context attributes of one event; source and id together make it unique. */
public record EventEnvelope(String version, String type, String source, String id, Instant time) {
  /** Unique within one door. */
  public String key() {
    return source + " " + id;
  }
}
