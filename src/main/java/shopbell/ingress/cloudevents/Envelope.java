package shopbell.ingress.cloudevents;

import java.time.Instant;

/** The context attributes of one event; source and id together make it unique. */
record Envelope(String version, String type, String source, String id, Instant time) {
  String key() {
    return source + " " + id;
  }
}
