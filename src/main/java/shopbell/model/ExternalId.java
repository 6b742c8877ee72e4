package shopbell.model;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A record's id in the system that owns it. */
public record ExternalId(String system, String id) {
  public ExternalId {
    if (system.isBlank() || system.length() > 100 || id.isBlank() || id.length() > 200) {
      throw Rejected.field("/id", "system has 1 to 100 and id 1 to 200 characters");
    }
  }

  /**
   * Our own id of it, derived from both parts: equal on every node, and available before the customer record has
   * arrived, so an order can refer to a customer that is imported later.
   */
  public UUID uuid() {
    return UUID.nameUUIDFromBytes((system + "\n" + id).getBytes(StandardCharsets.UTF_8));
  }
}
