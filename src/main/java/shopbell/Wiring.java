package shopbell;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.List;
import shopbell.card.content.CardBuilder;
import shopbell.cluster.ClusterBus;
import shopbell.cluster.LeaderLease;
import shopbell.desk.DeskSocketHandler;
import shopbell.events.Change;
import shopbell.http.HttpRoutes;
import shopbell.metrics.Meters;
import shopbell.scheduling.Intervals;
import shopbell.store.sql.Database;
import shopbell.store.sql.Notifications;
import shopbell.training.ReasonBackfill;
import shopbell.training.ReasonTraining;

/** All modules, each built once and joined. */
final class Wiring {
  private final Foundation base;
  private final LeaderLease leader;
  private final SecurityModule security;
  private final LearningModule learning;
  private final DecisionModule decisions;
  private final CardModule cards;
  private final InteractionModule interactions;
  private final ClusterModule cluster;
  private final OrderModule orders;
  private final IngressModule ingress;
  private final JourneyModule journey;
  private final CustomerModule customers;
  private final WebhookModule webhooks;
  private final AccountUpdateModule accountUpdates;
  private final List<Module> modules;

  Wiring(
      ClusterBus bus, Configuration given, Database database, Meters meters, InstantSource clock) {
    base = Foundation.of(bus, given, database, meters, clock);
    leader = ClusterModule.lease(base);
    CardBuilder builder = CardModule.builder(base);
    learning = LearningModule.of(base, builder);
    SourceModule sources = SourceModule.of(base);
    DecisionModule.Parts choice = DecisionModule.parts(base);
    cards = CardModule.of(base, builder, learning.training(), sources.queries(), choice.cards());
    decisions = new DecisionModule(base, choice, cards.actions());
    security = SecurityModule.of(base, cards.desk());
    interactions = InteractionModule.of(base, cards.actions(), sources.queries().callers(), leader);
    cluster = ClusterModule.of(base, leader, cards.desk());
    orders = OrderModule.of(base);
    ingress = IngressModule.of(base, interactions.intake(), orders.api(), security.audit());
    journey = JourneyModule.of(base);
    customers = CustomerModule.of(base, interactions.notes(), cards.actions(), security.audit());
    webhooks = WebhookModule.of(base);
    accountUpdates = new AccountUpdateModule(
        new Notifications(database),
        base.users(),
        security.gate(),
        base.keys(),
        security.sockets());
    modules = modules(sources);
  }

  private List<Module> modules(SourceModule sources) {
    AdminModule admin = AdminModule.of(base, sources.queries().sources(), security.audit());
    return List.of(
        accountUpdates,
        customers,
        cards,
        interactions,
        learning,
        decisions,
        sources,
        cluster,
        orders,
        ingress,
        journey,
        webhooks,
        admin,
        security,
        AccountModule.of(base, security));
  }

  /** Completes when the desk is as it was at the end of the last run, and everything periodic has begun. */
  Future<Void> open(Intervals intervals) {
    base.softDeadline().within(intervals.soon());
    ingress.forgetErased(accountUpdates.told());
    return cluster
        .open(cards.updater(), interactions.intake())
        .compose(heard -> accountUpdates.open())
        .compose(heard -> base.users().refresh())
        .compose(read -> cluster.absences().begin(base.clock().instant()))
        .compose(away -> decisions.open())
        .compose(known -> interactions.intake().restore())
        .compose(restored -> orders.open())
        .compose(counted -> webhooks.open(intervals))
        .compose(opened -> learning.start())
        .onSuccess(opened -> {
          cards.updater().refreshNotices();
          customers.search(leader);
          modules.forEach(module ->
              module.tasks(intervals).forEach(task -> task.start(base.vertx(), leader::mine)));
        });
  }

  /** Browsers hear that the server goes down; nothing new begins. */
  void close() {
    modules.forEach(Module::close);
  }

  /** Completes when every read of a person is written down, or cannot be. */
  Future<Void> written() {
    return base.accessLog().flush().eventually(leader::end);
  }

  /** Reads accounts and notices again: another process may have changed them. */
  void refresh() {
    base.users().refresh();
    cards.updater().refreshNotices();
  }

  /** Builds every card again after the database was away. */
  void heal() {
    base.changes().changedElsewhere(new Change.EverythingOutdated());
  }

  /** Finds out which agents' browsers have stopped painting, and tells the configured receivers. */
  void watch() {
    List<String> stopped = cards.desk().watch();
    if (!stopped.isEmpty()) {
      cluster.presence().lookingNowhere(stopped).onSuccess(webhooks.dispatcher()::notLooking);
    }
  }

  boolean leads() {
    return leader.mine();
  }

  ReasonBackfill backfill() {
    return learning.backfill();
  }

  ReasonTraining training() {
    return learning.training();
  }

  Future<Void> learnValue() {
    return learning.learnValue();
  }

  /** The routes for one event loop. */
  HttpRoutes.RouteParts parts(Intervals intervals) {
    return new HttpRoutes.RouteParts(
        security.front(),
        new DeskSocketHandler(
            security.gate(),
            new DeskSocketHandler.SocketParts(cards.desk(), cards.topics(), cluster.absences()),
            base.clock(),
            intervals.ping()),
        ingress.routes(),
        router -> journey.tracking().mount(router, ingress.address()),
        security.gate(),
        security.sessions()::mount,
        this::mount);
  }

  private void mount(Router api) {
    modules.forEach(module -> module.mount(api));
  }
}
