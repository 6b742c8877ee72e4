package shopbell.webhook;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The queue of deliveries to receivers; survives a restart. Everything fails with {@link shopbell.model.Unavailable}
 * while the store is unavailable.
 */
public interface DeliveryQueue {
  /** Replaces all subscriptions: these receivers get these events. */
  Future<Void> subscribe(Map<String, Set<EventType>> receivers);

  /**
   * At most {@code most} due deliveries, one of each subject and the oldest first. They are leased until {@code until};
   * one that is not settled by then is due again.
   */
  Future<List<QueuedDelivery>> due(String receiver, Instant now, Instant until, int most);

  /** Marks it as delivered. */
  Future<Void> delivered(long parcel);

  /** Marks it as failed; later ones of the same subject wait for {@code again}. */
  Future<Void> failed(long parcel, String why, Instant again);

  /** Gives it up until it is retried by hand; later ones of the same subject continue. */
  Future<Void> dead(long parcel, String why, Instant now);

  /** Queues an event that is stored nowhere else; {@code body} is JSON. */
  Future<Void> tell(EventType event, String subject, String body, Instant now);

  /** Queues events for promises that have become due since the last call. */
  Future<Void> promises(Instant now);

  /** Deletes deliveries waiting since before {@code before}. */
  Future<Void> prune(Instant before);
}
