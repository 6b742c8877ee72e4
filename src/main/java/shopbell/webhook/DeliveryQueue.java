package shopbell.webhook;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is still to be told to whom; survives a restart. Everything fails with {@link shopbell.model.Unavailable} while the store is away. */
public interface DeliveryQueue {
  /** From now on these receivers are told of these events, and nobody else of any. */
  Future<Void> subscribe(Map<String, Set<EventType>> receivers);

  /**
   * At most {@code most} that are due, one of each subject and the oldest first. Nobody else gets them before {@code until};
   * what is not settled by then is due again.
   */
  Future<List<QueuedDelivery>> due(String receiver, Instant now, Instant until, int most);

  /** It has arrived. */
  Future<Void> delivered(long parcel);

  /** It has not; what comes after it of the same subject waits for {@code again}. */
  Future<Void> failed(long parcel, String why, Instant again);

  /** It will not be tried again unless somebody says so; what comes after it goes on. */
  Future<Void> dead(long parcel, String why, Instant now);

  /** Tells of something that stands nowhere else; {@code body} is JSON. */
  Future<Void> tell(EventType event, String subject, String body, Instant now);

  /** Tells of promises that have fallen due since the last time. */
  Future<Void> promises(Instant now);

  /** Forgets what nobody has taken since {@code before}. */
  Future<Void> prune(Instant before);
}
