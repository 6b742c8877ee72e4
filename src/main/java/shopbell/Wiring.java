package shopbell;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import shopbell.api.AccessLogger;
import shopbell.api.AuditRecorder;
import shopbell.api.CustomerApi;
import shopbell.api.InteractionApi;
import shopbell.api.MergePermission;
import shopbell.api.MessageApi;
import shopbell.api.PrivacyApi;
import shopbell.api.QueueApi;
import shopbell.api.WrapUpApi;
import shopbell.api.supervisor.AccessLogApi;
import shopbell.api.supervisor.AgentStatusApi;
import shopbell.api.supervisor.ReasonQualityApi;
import shopbell.card.ActiveNotices;
import shopbell.card.AgentActionEffects;
import shopbell.card.CardUpdater;
import shopbell.card.CustomerPageCard;
import shopbell.card.SummaryStore;
import shopbell.card.TracedCardSteps;
import shopbell.card.content.CardBuilder;
import shopbell.cluster.ClusterBus;
import shopbell.config.Settings;
import shopbell.customer.CustomerMerging;
import shopbell.desk.Desk;
import shopbell.desk.DeskSocketHandler;
import shopbell.events.ChangeDebouncer;
import shopbell.events.ChangePublisher;
import shopbell.http.HttpRoutes;
import shopbell.i18n.Words;
import shopbell.identity.CustomerMatcher;
import shopbell.identity.DuplicateSearchTask;
import shopbell.identity.HandleNormaliser;
import shopbell.identity.HandleStore;
import shopbell.identity.IgnoredHandleCounts;
import shopbell.ingress.DoorKeyCheck;
import shopbell.ingress.DoorOverview;
import shopbell.ingress.EventReceiver;
import shopbell.interaction.ConfiguredQueues;
import shopbell.interaction.EventRecorder;
import shopbell.interaction.EventStore;
import shopbell.interaction.InteractionIntake;
import shopbell.interaction.QueueRulesLookup;
import shopbell.interaction.Recipients;
import shopbell.journey.VisitBuffer;
import shopbell.journey.VisitRecorder;
import shopbell.journey.tracking.TrackingApi;
import shopbell.metrics.Meters;
import shopbell.scheduling.Intervals;
import shopbell.scheduling.SoftDeadline;
import shopbell.security.ApiKeyCache;
import shopbell.security.UserDirectory;
import shopbell.sources.ConfiguredSources;
import shopbell.sources.SourceOverview;
import shopbell.store.card.PgNotices;
import shopbell.store.card.PgSummaries;
import shopbell.store.customer.PgCustomers;
import shopbell.store.customer.PgPrivacy;
import shopbell.store.identity.PgHandles;
import shopbell.store.interaction.PgEventStore;
import shopbell.store.interaction.PgInteractionNotes;
import shopbell.store.security.PgAccessLog;
import shopbell.store.security.PgApiKeys;
import shopbell.store.security.PgUsers;
import shopbell.store.sql.Database;
import shopbell.store.sql.Notifications;
import shopbell.store.training.PgPredictions;
import shopbell.store.webhook.PgDeadLetters;
import shopbell.store.webhook.PgDeliveries;
import shopbell.tracing.Tracing;
import shopbell.training.ReasonBackfill;
import shopbell.training.ReasonTraining;
import shopbell.webhook.WebhookDispatcher;

/** Every room built once and joined; the only place where ports meet the store. */
final class Wiring {
  private static final long LOOKS_MILLIS = 1_000;
  private static final long RECOVER_MILLIS = 2_000;

  private final Vertx vertx;
  private final Settings settings;
  private final Database database;
  private final Meters meters;
  private final InstantSource clock;
  private final PgAccessLog looks;
  private final Desk desk;
  private final SoftDeadline softDeadline;
  private final UserDirectory userDirectory;
  private final ApiKeyCache apiKeyCache;
  private final ActiveNotices notices;
  private final SourceModule sourceModule;
  private final CardUpdater cardUpdater;
  private final ChangePublisher changePublisher;
  private final ClusterModule clusterModule;
  private final InteractionIntake interactionIntake;
  private final AgentActionEffects actions;
  private final EventStore eventStore;
  private final HandleStore handleStore;
  private final Words words;
  private final ReasonTraining reasonTraining;
  private final DuplicateSearchTask search;
  private final WebhookDispatcher webhookDispatcher;
  private final IgnoredHandleCounts ignored;
  private final AdminModule adminModule;
  private SecurityModule securityModule;
  private AccountUpdates accounts;

  Wiring(ClusterBus clusterBus, Configuration given, Database database, Meters meters, InstantSource clock) {
    this.vertx = clusterBus.vertx();
    this.softDeadline = new SoftDeadline(vertx);
    this.settings = given.settings();
    this.database = database;
    this.meters = meters;
    this.clock = clock;
    words = new Words(settings.locale(), ZoneId.systemDefault());
    CardBuilder build = CustomerPageCard.build(settings, words);
    reasonTraining = new ReasonTraining(vertx, new PgPredictions(database), build, clock);
    eventStore = new PgEventStore(database);
    handleStore = new PgHandles(database);
    CustomerMatcher customerMatcher = IdentityModule.identifier(settings, handleStore, words);
    notices = new ActiveNotices(new PgNotices(database));
    looks = new PgAccessLog(database);
    desk = new Desk(meters, clock, looks);
    userDirectory = new UserDirectory(new PgUsers(database));
    apiKeyCache = new ApiKeyCache(new PgApiKeys(database), clock);
    ignored = new IgnoredHandleCounts(meters, clock);
    sourceModule = inquiries(given.sources(), words);
    cardUpdater = showing(customerMatcher, build, given.tracing());
    changePublisher = sourceModule.among(new ChangePublisher(cardUpdater, clusterBus));
    interactionIntake = pipeline(new EventRecorder(eventStore, softDeadline, given.tracing()));
    actions = actions(customerMatcher, build);
    adminModule = administration(given, words);
    ClusterModule.Rooms shared = new ClusterModule.Rooms(database, desk, looks);
    clusterModule = ClusterModule.of(clusterBus, shared, changePublisher, interactionIntake);
    search = DuplicateSearchTask.of(clusterBus, database, settings, changePublisher, clock);
    webhookDispatcher = new WebhookDispatcher(vertx, given, new PgDeliveries(database), meters, clock);
  }

  private AdminModule administration(Configuration given, Words words) {
    SourceOverview systems = new SourceOverview(given.sources(), sourceModule.sources(), words, clock);
    OrderModule orders = OrderModule.of(settings, database);
    return new AdminModule(
        doorway(given), systems, new PgDeadLetters(database), orders, new AccessLogger(looks, clock));
  }

  private DoorOverview doorway(Configuration given) {
    int doors = given.doors().size();
    EventReceiver eventReceiver = new EventReceiver(vertx, interactionIntake, given.deliveries(), meters, doors);
    return new DoorOverview(given, new DoorKeyCheck(apiKeyCache), eventReceiver, ignored, clock);
  }

  private SourceModule inquiries(ConfiguredSources configured, Words words) {
    SourceModule.Rooms rooms =
        new SourceModule.Rooms(database, IdentityModule.normaliser(settings), ignored, words);
    return SourceModule.of(vertx, configured, rooms, meters, clock);
  }

  private CardUpdater showing(CustomerMatcher customerMatcher, CardBuilder build, Tracing tracing) {
    TracedCardSteps traced = new TracedCardSteps(customerMatcher, summaries(), build, desk, tracing);
    Recipients names = new Recipients(userDirectory, meters);
    return new CardUpdater(
        new CardUpdater.Rooms(names, customerMatcher, eventStore, traced, reasonTraining, notices, sourceModule, desk),
        softDeadline,
        meters,
        clock);
  }

  private InteractionIntake pipeline(EventRecorder eventRecorder) {
    HandleNormaliser handleNormaliser = IdentityModule.normaliser(settings);
    return new InteractionIntake(
        new InteractionIntake.Rooms(handleNormaliser, ignored, eventStore, eventRecorder, handleStore, notices),
        cardUpdater,
        changePublisher,
        meters,
        clock);
  }

  private AgentActionEffects actions(CustomerMatcher customerMatcher, CardBuilder build) {
    AgentActionEffects.Parts parts = new AgentActionEffects.Parts(
        IdentityModule.normaliser(settings),
        handleStore,
        customerMatcher,
        summaries(),
        build,
        userDirectory,
        new Recipients(userDirectory, meters));
    return new AgentActionEffects(parts, cardUpdater, changePublisher, clock);
  }

  private SummaryStore summaries() {
    return new PgSummaries(database, settings.currency());
  }

  /** To be called once: all instances write through one queue. */
  TrackingApi tracking() {
    VisitRecorder visits = new VisitRecorder(
        VisitRecorder.Rooms.of(settings, database, ignored),
        new ChangeDebouncer(vertx, changePublisher),
        meters,
        clock);
    return new TrackingApi(vertx, apiKeyCache, new VisitBuffer(visits, meters), meters, clock);
  }

  /** The desk as it stood when the program last ran. */
  Future<Void> open(Intervals intervals) {
    softDeadline.within(intervals.soon());
    securityModule = SecurityModule.of(vertx, settings, database, apiKeyCache, clock);
    clusterModule.share(securityModule.signIn(), securityModule.gate());
    Notifications told = adminModule.doorway().listening(new Notifications(database));
    accounts = new AccountUpdates(told, userDirectory, securityModule.gate(), apiKeyCache, desk);
    return clusterModule
        .open(cardUpdater, clock)
        .compose(heard -> accounts.open(actions::users))
        .compose(heard -> userDirectory.refresh())
        .compose(read -> clusterModule.away().begin(clock.instant()))
        .compose(away -> interactionIntake.restore())
        .compose(restored -> adminModule.orders().begin(vertx, clusterModule.duty()::mine))
        .compose(counted -> webhookDispatcher.open(intervals.courier()))
        .onSuccess(opened -> {
          vertx.setPeriodic(LOOKS_MILLIS, tick -> looks.flush());
          interactionIntake.notices();
          reasonTraining.start(settings.minutes("reasons.retrainMinutes"));
          vertx.setPeriodic(RECOVER_MILLIS, tick -> cardUpdater.recover());
          search.begin(clusterModule.duty()::mine);
        });
  }

  /** Browsers hear that the server goes down. */
  void close() {
    search.end();
    desk.close();
    if (accounts != null) {
      accounts.close();
    }
  }

  /** Completes when every look that was seen is kept, or cannot be. */
  Future<Void> written() {
    return looks.flush().eventually(clusterModule.duty()::end);
  }

  /** Who may sign in, read anew: another process may have added somebody. */
  void refresh() {
    actions.users();
    interactionIntake.notices();
  }

  /** The database was away: every card is built anew. */
  void heal() {
    cardUpdater.all();
  }

  boolean onDuty() {
    return clusterModule.duty().mine();
  }

  ReasonBackfill past() {
    return reasonTraining.past(summaries());
  }

  ReasonTraining learning() {
    return reasonTraining;
  }

  /** To be called several times a second: who does not look is noticed, and told to those who want to know. */
  void watch() {
    List<String> stopped = desk.watch();
    if (!stopped.isEmpty()) {
      clusterModule.seats().lookingNowhere(stopped).onSuccess(webhookDispatcher::notLooking);
    }
  }

  /** To be called every minute. */
  void sweep() {
    boolean mine = clusterModule.duty().mine();
    interactionIntake.sweep(mine);
    if (mine) {
      reasonTraining.prune();
      webhookDispatcher.sweep();
    }
  }

  HttpRoutes.Parts parts(Intervals intervals, TrackingApi tracking) {
    return new HttpRoutes.Parts(
        securityModule.front(),
        new DeskSocketHandler(securityModule.gate(), desk, clusterModule.away(), clock, intervals.ping()),
        adminModule.doorway().routes(),
        router -> tracking.mount(router, adminModule.doorway().address()),
        securityModule.gate(),
        securityModule.sessions()::mount,
        this::mount);
  }

  private void mount(Router api) {
    AccessLogger seen = new AccessLogger(looks, clock);
    AuditRecorder audit = securityModule.audit();
    PgInteractionNotes notebook = new PgInteractionNotes(database, eventStore);
    QueueRulesLookup queueRulesLookup = new ConfiguredQueues(settings, words);
    CustomerMerging persons =
        new CustomerMerging(CustomerMerging.Rooms.of(database, eventStore, changePublisher, words), clock);
    new InteractionApi(notebook, actions, sourceModule.callers(), queueRulesLookup, clock).mount(api);
    new MessageApi(notebook, actions, seen, clock).mount(api);
    new WrapUpApi(notebook, actions, queueRulesLookup, clock).mount(api);
    new QueueApi(queueRulesLookup).mount(api);
    new ReasonQualityApi(new PgPredictions(database), reasonTraining::last, clock).mount(api);
    new CustomerModule(database, MergePermission.of(settings), persons, cardUpdater, seen)
        .mount(api, notebook, actions, audit);
    new CustomerApi(new PgCustomers(database, handleStore), actions, seen, clock).mount(api);
    new PrivacyApi(new PgPrivacy(database), actions, seen, audit).mount(api);
    new AccessLogApi(looks).mount(api);
    adminModule.mount(api, audit);
    securityModule.accounts().mount(api, actions, securityModule.gate(), audit);
    api.get("/agents").handler(new AgentStatusApi(clusterModule.seats()::all));
  }
}
