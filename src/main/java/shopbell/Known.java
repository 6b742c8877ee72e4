package shopbell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shopbell.identity.Identifier;
import shopbell.model.SourceStatus;
import shopbell.model.Summary;

/** Who is behind a contact, and what is known of them; nothing is when it is not sure who it is. */
record Known(Identifier.Found found, Optional<About> about) {
  /**
   * What was read of one customer.
   *
   * @param others how far the other systems had got before it was read
   */
  record About(Summary summary, List<SourceStatus> others, Duration took) {}
}
