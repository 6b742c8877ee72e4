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
import shopbell.card.SummaryStore;
import shopbell.card.content.CardBuilder;
import shopbell.cluster.ClusterBus;
import shopbell.config.Settings;
import shopbell.desk.Desk;
import shopbell.desk.DeskSocketHandler;
import shopbell.i18n.Words;
import shopbell.identity.CustomerMatcher;
import shopbell.identity.HandleNormaliser;
import shopbell.identity.HandleStore;
import shopbell.identity.IgnoredHandleCounts;
import shopbell.ingress.DoorKeyCheck;
import shopbell.ingress.EventReceiver;
import shopbell.interaction.EventStore;
import shopbell.interaction.QueueRulesLookup;
import shopbell.journey.VisitBuffer;
import shopbell.journey.tracking.TrackingApi;
import shopbell.metrics.Meters;
import shopbell.security.ApiKeyCache;
import shopbell.security.UserDirectory;
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

/** Every room built once and joined; the only place where ports meet the store. */
final class House {
  private static final long LOOKS_MILLIS = 1_000;
  private static final long RECOVER_MILLIS = 2_000;

  private final Vertx vertx;
  private final Settings settings;
  private final Database database;
  private final Meters meters;
  private final InstantSource clock;
  private final PgAccessLog looks;
  private final Desk desk;
  private final Soon soon;
  private final UserDirectory userDirectory;
  private final ApiKeyCache apiKeyCache;
  private final NoticeBoard notices;
  private final Inquiries inquiries;
  private final Showing showing;
  private final Broadcast broadcast;
  private final Neighbours neighbours;
  private final Pipeline pipeline;
  private final AgentActionEffects actions;
  private final EventStore eventStore;
  private final HandleStore handleStore;
  private final Words words;
  private final Learning learning;
  private final DuplicateSearch search;
  private final Mailroom mailroom;
  private final IgnoredHandleCounts ignored;
  private final Administration administration;
  private Reception reception;
  private AccountWatch accounts;

  House(ClusterBus clusterBus, Configuration given, Database database, Meters meters, InstantSource clock) {
    this.vertx = clusterBus.vertx();
    this.soon = new Soon(vertx);
    this.settings = given.settings();
    this.database = database;
    this.meters = meters;
    this.clock = clock;
    words = new Words(settings.locale(), ZoneId.systemDefault());
    CardBuilder build = CustomerCards.build(settings, words);
    learning = new Learning(vertx, new PgPredictions(database), build, clock);
    eventStore = new PgEventStore(database);
    handleStore = new PgHandles(database);
    CustomerMatcher customerMatcher = Identification.identifier(settings, handleStore, words);
    notices = new NoticeBoard(new PgNotices(database));
    looks = new PgAccessLog(database);
    desk = new Desk(meters, clock, looks);
    userDirectory = new UserDirectory(new PgUsers(database));
    apiKeyCache = new ApiKeyCache(new PgApiKeys(database), clock);
    ignored = new IgnoredHandleCounts(meters, clock);
    inquiries = inquiries(given.sources(), words);
    showing = showing(customerMatcher, build, given.tracing());
    broadcast = inquiries.among(new Broadcast(showing, clusterBus));
    pipeline = pipeline(new Arrivals(eventStore, soon, given.tracing()));
    actions = actions(customerMatcher, build);
    administration = administration(given, words);
    Neighbours.Rooms shared = new Neighbours.Rooms(database, desk, looks);
    neighbours = Neighbours.of(clusterBus, shared, broadcast, pipeline);
    search = DuplicateSearch.of(clusterBus, database, settings, broadcast, clock);
    mailroom = new Mailroom(vertx, given, new PgDeliveries(database), meters, clock);
  }

  private Administration administration(Configuration given, Words words) {
    AskedSystems systems = new AskedSystems(given.sources(), inquiries.sources(), words, clock);
    OrderBook orders = OrderBook.of(settings, database);
    return new Administration(
        doorway(given), systems, new PgDeadLetters(database), orders, new AccessLogger(looks, clock));
  }

  private Doorway doorway(Configuration given) {
    int doors = given.doors().size();
    EventReceiver eventReceiver = new EventReceiver(vertx, pipeline, given.deliveries(), meters, doors);
    return new Doorway(given, new DoorKeyCheck(apiKeyCache), eventReceiver, ignored, clock);
  }

  private Inquiries inquiries(ConfiguredSources configured, Words words) {
    Inquiries.Rooms rooms =
        new Inquiries.Rooms(database, Identification.normaliser(settings), ignored, words);
    return Inquiries.of(vertx, configured, rooms, meters, clock);
  }

  private Showing showing(CustomerMatcher customerMatcher, CardBuilder build, Tracing tracing) {
    TracedRooms traced = new TracedRooms(customerMatcher, summaries(), build, desk, tracing);
    Addressees names = new Addressees(userDirectory, meters);
    return new Showing(
        new Showing.Rooms(names, customerMatcher, eventStore, traced, learning, notices, inquiries, desk),
        soon,
        meters,
        clock);
  }

  private Pipeline pipeline(Arrivals arrivals) {
    HandleNormaliser handleNormaliser = Identification.normaliser(settings);
    return new Pipeline(
        new Pipeline.Rooms(handleNormaliser, ignored, eventStore, arrivals, handleStore, notices),
        showing,
        broadcast,
        meters,
        clock);
  }

  private AgentActionEffects actions(CustomerMatcher customerMatcher, CardBuilder build) {
    AgentActionEffects.Parts parts = new AgentActionEffects.Parts(
        Identification.normaliser(settings),
        handleStore,
        customerMatcher,
        summaries(),
        build,
        userDirectory,
        new Addressees(userDirectory, meters));
    return new AgentActionEffects(parts, showing, broadcast, clock);
  }

  private SummaryStore summaries() {
    return new PgSummaries(database, settings.currency());
  }

  /** To be called once: all instances write through one queue. */
  TrackingApi tracking() {
    VisitPipeline visits = new VisitPipeline(
        VisitPipeline.Rooms.of(settings, database, ignored),
        new News(vertx, broadcast),
        meters,
        clock);
    return new TrackingApi(vertx, apiKeyCache, new VisitBuffer(visits, meters), meters, clock);
  }

  /** The desk as it stood when the program last ran. */
  Future<Void> open(Rhythm rhythm) {
    soon.within(rhythm.soon());
    reception = Reception.of(vertx, settings, database, apiKeyCache, clock);
    neighbours.share(reception.signIn(), reception.gate());
    Notifications told = administration.doorway().listening(new Notifications(database));
    accounts = new AccountWatch(told, userDirectory, reception.gate(), apiKeyCache, desk);
    return neighbours
        .open(showing, clock)
        .compose(heard -> accounts.open(actions::users))
        .compose(heard -> userDirectory.refresh())
        .compose(read -> neighbours.away().begin(clock.instant()))
        .compose(away -> pipeline.restore())
        .compose(restored -> administration.orders().begin(vertx, neighbours.duty()::mine))
        .compose(counted -> mailroom.open(rhythm.courier()))
        .onSuccess(opened -> {
          vertx.setPeriodic(LOOKS_MILLIS, tick -> looks.flush());
          pipeline.notices();
          learning.start(settings.minutes("reasons.retrainMinutes"));
          vertx.setPeriodic(RECOVER_MILLIS, tick -> showing.recover());
          search.begin(neighbours.duty()::mine);
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
    return looks.flush().eventually(neighbours.duty()::end);
  }

  /** Who may sign in, read anew: another process may have added somebody. */
  void refresh() {
    actions.users();
    pipeline.notices();
  }

  /** The database was away: every card is built anew. */
  void heal() {
    showing.all();
  }

  boolean onDuty() {
    return neighbours.duty().mine();
  }

  Past past() {
    return learning.past(summaries());
  }

  Learning learning() {
    return learning;
  }

  /** To be called several times a second: who does not look is noticed, and told to those who want to know. */
  void watch() {
    List<String> stopped = desk.watch();
    if (!stopped.isEmpty()) {
      neighbours.seats().lookingNowhere(stopped).onSuccess(mailroom::notLooking);
    }
  }

  /** To be called every minute. */
  void sweep() {
    boolean mine = neighbours.duty().mine();
    pipeline.sweep(mine);
    if (mine) {
      learning.prune();
      mailroom.sweep();
    }
  }

  Routes.Parts parts(Rhythm rhythm, TrackingApi tracking) {
    return new Routes.Parts(
        reception.front(),
        new DeskSocketHandler(reception.gate(), desk, neighbours.away(), clock, rhythm.ping()),
        administration.doorway().routes(),
        router -> tracking.mount(router, administration.doorway().address()),
        reception.gate(),
        reception.sessions()::mount,
        this::mount);
  }

  private void mount(Router api) {
    AccessLogger seen = new AccessLogger(looks, clock);
    AuditRecorder audit = reception.audit();
    PgInteractionNotes notebook = new PgInteractionNotes(database, eventStore);
    QueueRulesLookup queueRulesLookup = new QueueBook(settings, words);
    OnePerson persons =
        new OnePerson(OnePerson.Rooms.of(database, eventStore, broadcast, words), clock);
    new InteractionApi(notebook, actions, inquiries.callers(), queueRulesLookup, clock).mount(api);
    new MessageApi(notebook, actions, seen, clock).mount(api);
    new WrapUpApi(notebook, actions, queueRulesLookup, clock).mount(api);
    new QueueApi(queueRulesLookup).mount(api);
    new ReasonQualityApi(new PgPredictions(database), learning::last, clock).mount(api);
    new IdentityCalls(database, MergePermission.of(settings), persons, showing, seen)
        .mount(api, notebook, actions, audit);
    new CustomerApi(new PgCustomers(database, handleStore), actions, seen, clock).mount(api);
    new PrivacyApi(new PgPrivacy(database), actions, seen, audit).mount(api);
    new AccessLogApi(looks).mount(api);
    administration.mount(api, audit);
    reception.accounts().mount(api, actions, reception.gate(), audit);
    api.get("/agents").handler(new AgentStatusApi(neighbours.seats()::all));
  }
}
