package shopbell.load;

import java.time.Instant;
import shopbell.model.Inbound;
import shopbell.wire.Fields;

/** How a row is read: by the very reader that stands at the doors, handles normalised; the root fills it. */
@FunctionalInterface
public interface Language {
  /**
   * The row in our words.
   *
   * @throws shopbell.model.Rejected and nothing else when it cannot be read
   */
  Inbound read(Head head, Fields data);

  /** What a CloudEvent says around its data; {@code id} is unique within {@code source}. */
  record Head(String type, String source, String id, Instant time) {}
}
