package shopbell;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import shopbell.cluster.ClusterBus;
import shopbell.desk.Desk;
import shopbell.security.AccessRecorder;
import shopbell.security.AuthenticationHandler;
import shopbell.security.SignIn;
import shopbell.store.cluster.PgLeaderLease;
import shopbell.store.interaction.PgMissedInteractions;
import shopbell.store.sql.Database;

/** What a node does because there are others; where it is alone, nothing of it happens. */
record Neighbours(
    ClusterBus nodes, Broadcast broadcast, Duty duty, Seats seats, Away away, Pipeline pipeline) {
  private static final String TRIED = "tried";
  private static final String LEFT = "left";
  private static final Duration CATCH_UP = Duration.ofSeconds(3);
  private static final Duration RENEW = Duration.ofSeconds(5);
  private static final Duration ANEW = Duration.ofSeconds(30);

  /** What a node shows and keeps, whether it is alone or not. */
  record Rooms(Database database, Desk desk, AccessRecorder witness) {}

  static Neighbours of(ClusterBus clusterBus, Rooms rooms, Broadcast broadcast, Pipeline pipeline) {
    Seats seats = new Seats(rooms.desk(), clusterBus);
    Away away = new Away(new PgMissedInteractions(rooms.database()), seats, rooms.witness());
    Duty duty = new Duty(clusterBus, new PgLeaderLease(rooms.database()));
    return new Neighbours(clusterBus, broadcast, duty, seats, away, pipeline);
  }

  /** From now on it hears the others and is heard; before anything is read, so that nothing falls between. */
  Future<Void> open(Showing showing, InstantSource clock) {
    broadcast.on(Broadcast.NOTICES, Boolean.class, news -> pipeline.notices());
    broadcast.listen();
    seats.open();
    if (nodes.alone()) {
      return Future.succeededFuture();
    }
    showing.among(() -> nodes.count() > 1);
    Vertx vertx = nodes.vertx();
    vertx.setPeriodic(RENEW.toMillis(), tick -> duty.renew());
    vertx.setPeriodic(CATCH_UP.toMillis(), tick -> pipeline.catchUp());
    AtomicBoolean unheard = new AtomicBoolean();
    vertx.setPeriodic(ANEW.toMillis(), tick -> anew(showing, unheard));
    nodes.onChange(() -> {
      away.begin(clock.instant());
      broadcast.lines();
      pipeline.catchUp();
    });
    return duty.renew();
  }

  /** What a node that cannot be reached has learned of customers is told by nobody: only the database knows it. */
  private void anew(Showing showing, AtomicBoolean unheard) {
    // once more after they have met again: the last of it may have come since
    if (unheard.getAndSet(nodes.incomplete()) || unheard.get()) {
      showing.all();
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
