package shopbell.store.sql;

import io.vertx.core.Future;
import io.vertx.pgclient.pubsub.PgChannel;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notifications between processes through the database (LISTEN, NOTIFY), on a separate connection that reconnects by
 * itself.
 */
public final class Notifications {
  /** An account was added, removed or renamed. */
  public static final String ACCOUNTS = "shopbell_accounts";

  /** A session ended before its time; the payload is the hash of its token. */
  public static final String SESSION_ENDED = "shopbell_session_ended";

  /** An API key was created, changed or removed. */
  public static final String KEYS = "shopbell_keys";

  /** A customer was erased or made nameless; the payload does not name the customer. */
  public static final String ERASED = "shopbell_erased";

  private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
  private static final Duration SOONEST = Duration.ofMillis(200);
  private static final int SLOWEST_TIMES = 25;

  private final PgSubscriber subscriber;

  public Notifications(Database database) {
    subscriber = database.subscriber();
    subscriber.reconnectPolicy(tries -> SOONEST.toMillis() * Math.min(1 + tries, SLOWEST_TIMES));
  }

  /**
   * {@code heard} gets each payload on {@code channel}; {@code anew} is run whenever a notification may have been
   * missed.
   */
  public void on(String channel, Runnable anew, Consumer<String> heard) {
    PgChannel told = subscriber.channel(channel);
    told.subscribeHandler(listening -> anew.run());
    told.handler(heard::accept);
  }

  /** Completes when it listens, or when the first attempt has failed and retries go on. */
  public Future<Void> open() {
    return subscriber
        .connect()
        .onFailure(away -> LOG.debug("notifications from the database are not received yet"))
        .otherwiseEmpty();
  }

  /** Stops listening. */
  public Future<Void> close() {
    return subscriber.close();
  }
}
