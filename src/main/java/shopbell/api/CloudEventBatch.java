package shopbell.api;

import java.util.List;

/** Formats an export part by part: a JSON list of CloudEvents, one event a line. One instance per export. */
public final class CloudEventBatch {
  private boolean begun;

  /** The text of the next events, of which there is at least one. */
  public String part(List<String> events) {
    String before = begun ? ",\n" : "[\n";
    begun = true;
    return before + String.join(",\n", events);
  }

  /** The closing text after the last part. */
  public String end() {
    return "\n]\n";
  }
}
