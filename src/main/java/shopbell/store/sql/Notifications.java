package shopbell.store.sql;

import io.vertx.core.Future;
import io.vertx.pgclient.pubsub.PgChannel;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What any process tells through the database (LISTEN, NOTIFY), on one connection of its own that comes back by itself. */
public final class Notifications {
  /** Somebody may sign in, may not any more, or is called otherwise. */
  public static final String ACCOUNTS = "shopbell_accounts";

  /** A session ended before its time; the payload is the hash of its token. */
  public static final String SESSION_ENDED = "shopbell_session_ended";

  /** A key of a machine was made, changed or removed. */
  public static final String KEYS = "shopbell_keys";

  /** A customer was erased or made nameless; says nothing of whom. */
  public static final String ERASED = "shopbell_erased";

  private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
  private static final Duration SOONEST = Duration.ofMillis(200);
  private static final int SLOWEST_TIMES = 25;

  private final PgSubscriber subscriber;

  public Notifications(Database database) {
    subscriber = database.subscriber();
    subscriber.reconnectPolicy(tries -> SOONEST.toMillis() * Math.min(1 + tries, SLOWEST_TIMES));
  }

  /** {@code heard} gets each payload on {@code channel}; {@code anew} is run whenever something may have been missed before. */
  public void on(String channel, Runnable anew, Consumer<String> heard) {
    PgChannel told = subscriber.channel(channel);
    told.subscribeHandler(listening -> anew.run());
    told.handler(heard::accept);
  }

  /** Completes when it listens, or has failed to for the first time and goes on trying. */
  public Future<Void> open() {
    return subscriber
        .connect()
        .onFailure(away -> LOG.debug("the database is not listened to yet"))
        .otherwiseEmpty();
  }

  /** Hears nothing more. */
  public Future<Void> close() {
    return subscriber.close();
  }
}
