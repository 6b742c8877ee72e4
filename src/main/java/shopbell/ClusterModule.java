package shopbell;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import shopbell.card.CardUpdater;
import shopbell.cluster.ClusterBus;
import shopbell.cluster.LeaderLease;
import shopbell.desk.ClusterAbsences;
import shopbell.desk.ClusterPresence;
import shopbell.desk.Desk;
import shopbell.events.ChangePublisher;
import shopbell.interaction.InteractionIntake;
import shopbell.security.AccessRecorder;
import shopbell.security.AuthenticationHandler;
import shopbell.security.SignIn;
import shopbell.store.cluster.PgLeaderLease;
import shopbell.store.interaction.PgMissedInteractions;
import shopbell.store.sql.Database;

/** What a node does because there are others; where it is alone, nothing of it happens. */
record ClusterModule(
    ClusterBus nodes, ChangePublisher broadcast, LeaderLease duty, ClusterPresence seats, ClusterAbsences away, InteractionIntake pipeline) {
  private static final String TRIED = "tried";
  private static final String LEFT = "left";
  private static final Duration CATCH_UP = Duration.ofSeconds(3);
  private static final Duration RENEW = Duration.ofSeconds(5);
  private static final Duration ANEW = Duration.ofSeconds(30);

  /** What a node shows and keeps, whether it is alone or not. */
  record Rooms(Database database, Desk desk, AccessRecorder witness) {}

  static ClusterModule of(ClusterBus clusterBus, Rooms rooms, ChangePublisher changePublisher, InteractionIntake interactionIntake) {
    ClusterPresence clusterPresence = new ClusterPresence(rooms.desk(), clusterBus);
    ClusterAbsences clusterAbsences = new ClusterAbsences(new PgMissedInteractions(rooms.database()), clusterPresence, rooms.witness());
    LeaderLease leaderLease = new LeaderLease(clusterBus, new PgLeaderLease(rooms.database()));
    return new ClusterModule(clusterBus, changePublisher, leaderLease, clusterPresence, clusterAbsences, interactionIntake);
  }

  /** From now on it hears the others and is heard; before anything is read, so that nothing falls between. */
  Future<Void> open(CardUpdater cardUpdater, InstantSource clock) {
    broadcast.on(ChangePublisher.NOTICES, Boolean.class, news -> pipeline.notices());
    broadcast.listen();
    seats.open();
    if (nodes.alone()) {
      return Future.succeededFuture();
    }
    cardUpdater.among(() -> nodes.count() > 1);
    Vertx vertx = nodes.vertx();
    vertx.setPeriodic(RENEW.toMillis(), tick -> duty.renew());
    vertx.setPeriodic(CATCH_UP.toMillis(), tick -> pipeline.catchUp());
    AtomicBoolean unheard = new AtomicBoolean();
    vertx.setPeriodic(ANEW.toMillis(), tick -> anew(cardUpdater, unheard));
    nodes.onChange(() -> {
      away.begin(clock.instant());
      broadcast.lines();
      pipeline.catchUp();
    });
    return duty.renew();
  }

  /** What a node that cannot be reached has learned of customers is told by nobody: only the database knows it. */
  private void anew(CardUpdater cardUpdater, AtomicBoolean unheard) {
    // once more after they have met again: the last of it may have come since
    if (unheard.getAndSet(nodes.incomplete()) || unheard.get()) {
      cardUpdater.all();
    }
  }

  /** Guessing passwords at one node counts at all, and who has signed out at one is out at all. */
  void share(SignIn signIn, AuthenticationHandler authenticationHandler) {
    signIn.onTried(tried -> broadcast.tell(TRIED, tried));
    authenticationHandler.onLeft(hash -> broadcast.tell(LEFT, hash));
    broadcast.on(TRIED, SignIn.Tried.class, signIn::heard);
    broadcast.on(LEFT, String.class, authenticationHandler::forget);
  }
}
