package shopbell;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import shopbell.api.supervisor.AgentStatusApi;
import shopbell.card.CardUpdater;
import shopbell.cluster.ClusterBus;
import shopbell.cluster.LeaderLease;
import shopbell.desk.ClusterAbsences;
import shopbell.desk.ClusterPresence;
import shopbell.desk.Desk;
import shopbell.events.Change;
import shopbell.events.Topic;
import shopbell.interaction.InteractionIntake;
import shopbell.scheduling.PeriodicTask;
import shopbell.store.cluster.PgLeaderLease;
import shopbell.store.interaction.PgMissedInteractions;

/** The work of one node among others: presence, absences, catching up. A node alone does none of it. */
record ClusterModule(
    Foundation base, LeaderLease leader, ClusterPresence presence, ClusterAbsences absences)
    implements Module {
  private static final Duration CATCH_UP = Duration.ofSeconds(3);
  private static final Duration RENEWAL = Duration.ofSeconds(5);
  private static final Duration REPAIR = Duration.ofSeconds(30);

  static ClusterModule of(Foundation base, LeaderLease leader, Desk desk) {
    ClusterPresence presence = new ClusterPresence(desk, base.clusterBus());
    ClusterAbsences absences =
        new ClusterAbsences(new PgMissedInteractions(base.database()), presence, base.accessLog());
    return new ClusterModule(base, leader, presence, absences);
  }

  static LeaderLease lease(Foundation base) {
    return new LeaderLease(base.clusterBus(), new PgLeaderLease(base.database()));
  }

  /** Begins to hear the other nodes; to be called before anything is read, so that no change is missed. */
  Future<Void> open(CardUpdater updater, InteractionIntake intake) {
    ClusterBus bus = base.clusterBus();
    base.changes().listen();
    presence.open();
    if (bus.alone()) {
      return Future.succeededFuture();
    }
    AtomicBoolean missed = new AtomicBoolean();
    List.of(
            PeriodicTask.everywhere(RENEWAL, leader::renew),
            PeriodicTask.everywhere(CATCH_UP, intake::catchUp),
            PeriodicTask.everywhere(REPAIR, () -> repair(missed)))
        .forEach(task -> task.start(base.vertx(), leader::mine));
    bus.hearMembers(() -> {
      base.changes().topicChanged(Topic.AGENTS);
      absences.begin(base.clock().instant());
      updater.companyLines().forEach(base.changes()::tellOthers);
      intake.catchUp();
    });
    return leader.renew();
  }

  /** Changes of customers at an unreachable node are not broadcast; they have to be read again from the database. */
  private void repair(AtomicBoolean missed) {
    // once more after they have met again: the last of it may have come since
    if (missed.getAndSet(base.clusterBus().incomplete()) || missed.get()) {
      base.changes().changedElsewhere(new Change.EverythingOutdated());
    }
  }

  @Override
  public void mount(Router api) {
    api.get("/agents").handler(new AgentStatusApi(presence::all));
  }
}
