package shopbell;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import shopbell.api.AccessLogger;
import shopbell.cluster.ClusterBus;
import shopbell.events.Change;
import shopbell.events.ChangePublisher;
import shopbell.events.Topic;
import shopbell.i18n.Words;
import shopbell.identity.IgnoredHandleCounts;
import shopbell.interaction.OpenInteractions;
import shopbell.metrics.Meters;
import shopbell.scheduling.SoftDeadline;
import shopbell.security.ApiKeyCache;
import shopbell.security.UserDirectory;
import shopbell.store.interaction.PgEventStore;
import shopbell.store.security.PgAccessLog;
import shopbell.store.security.PgApiKeys;
import shopbell.store.security.PgUsers;
import shopbell.store.sql.Database;

/** The parts that every feature uses; each exists once in the program. */
record Foundation(
    ClusterBus clusterBus,
    Configuration configuration,
    Database database,
    Meters meters,
    InstantSource clock,
    Words words,
    SoftDeadline softDeadline,
    ChangePublisher changes,
    PgEventStore events,
    OpenInteractions open,
    UserDirectory users,
    ApiKeyCache keys,
    IgnoredHandleCounts ignored,
    PgAccessLog accessLog) {
  static Foundation of(
      ClusterBus bus, Configuration given, Database database, Meters meters, InstantSource clock) {
    ChangePublisher changes = new ChangePublisher(bus);
    return new Foundation(
        bus,
        given,
        database,
        meters,
        clock,
        given.words(),
        new SoftDeadline(bus.vertx()),
        changes,
        new PgEventStore(database),
        new OpenInteractions(),
        new UserDirectory(
            new PgUsers(database), names -> changes.publish(new Change.AccountsChanged(names))),
        new ApiKeyCache(new PgApiKeys(database), clock),
        new IgnoredHandleCounts(meters, clock, () -> changes.topicChanged(Topic.IGNORED_HANDLES)),
        new PgAccessLog(database, () -> changes.topicChanged(Topic.LOOKS)));
  }

  Vertx vertx() {
    return clusterBus.vertx();
  }

  /** Tells pages about {@code topic} that it has changed. */
  Runnable changed(Topic topic) {
    return () -> changes.topicChanged(topic);
  }

  /** Writes down the reads of people by calls of the API. */
  AccessLogger accessLogger() {
    return new AccessLogger(accessLog, clock);
  }
}
