package shopbell.imports;

import java.time.Instant;
import shopbell.json.JsonFields;
import shopbell.model.event.Inbound;

/** How a row is read: by the very reader that stands at the doors, handles normalised; the root fills it. */
@FunctionalInterface
public interface RowParser {
  /**
   * The row in our words.
   *
   * @throws shopbell.model.Rejected and nothing else when it cannot be read
   */
  Inbound read(Head head, JsonFields data);

  /** What a CloudEvent says around its data; {@code id} is unique within {@code source}. */
  record Head(String type, String source, String id, Instant time) {}
}
