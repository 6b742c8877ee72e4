package shopbell.nextaction;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Contacts that were, for trying a new action on them. */
public interface TrialContactStore {
  /** A contact of a known customer. */
  record PastContact(
      UUID interaction, UUID customer, String channel, Optional<String> queue, Instant at) {}

  /**
   * A sample of contacts.
   *
   * @param all how many there were in the time
   */
  record ContactSample(long all, List<PastContact> looked) {
    public ContactSample {
      looked = List.copyOf(looked);
    }
  }

  /** At most {@code most} contacts since {@code since}, the same ones at every call. */
  Future<ContactSample> sample(Instant since, int most);
}
