package shopbell.imports;

import java.time.Instant;
import shopbell.json.JsonFields;
import shopbell.model.event.Inbound;

/** Parses a row with the parser of the doors, handles normalised; the application wires it. */
@FunctionalInterface
public interface RowParser {
  /**
   * The row in our vocabulary.
   *
   * @throws shopbell.model.Rejected and nothing else when it cannot be read
   */
  Inbound read(Head head, JsonFields data);

  /** The CloudEvents attributes beside the data; {@code id} is unique within {@code source}. */
  record Head(String type, String source, String id, Instant time) {}
}
