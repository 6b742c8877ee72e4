package shopbell.api;

import java.util.List;

/** An export as it is given away, part by part: a JSON list of CloudEvents, one event a line. For one export each. */
public final class CloudEventBatch {
  private boolean begun;

  /** The text of the next events, of which there is at least one. */
  public String part(List<String> events) {
    String before = begun ? ",\n" : "[\n";
    begun = true;
    return before + String.join(",\n", events);
  }

  /** What comes after the last. */
  public String end() {
    return "\n]\n";
  }
}
