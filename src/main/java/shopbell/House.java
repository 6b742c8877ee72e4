package shopbell;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import shopbell.api.AuditTrail;
import shopbell.api.CustomerCalls;
import shopbell.api.InteractionCalls;
import shopbell.api.LookCalls;
import shopbell.api.LookLog;
import shopbell.api.MergeRight;
import shopbell.api.MessageCalls;
import shopbell.api.PrivacyCalls;
import shopbell.api.QueueCalls;
import shopbell.api.Queues;
import shopbell.api.ReasonCalls;
import shopbell.api.WrapUpCalls;
import shopbell.card.SummaryStore;
import shopbell.cluster.ClusterBus;
import shopbell.config.Settings;
import shopbell.desk.Desk;
import shopbell.desk.DeskSocketHandler;
import shopbell.desk.SeatsHandler;
import shopbell.i18n.Words;
import shopbell.identity.Identifier;
import shopbell.identity.Identities;
import shopbell.identity.IgnoredHandles;
import shopbell.identity.Normaliser;
import shopbell.ingress.DoorKeyCheck;
import shopbell.ingress.EventReceiver;
import shopbell.insight.CardBuild;
import shopbell.interaction.EventStore;
import shopbell.journey.VisitBuffer;
import shopbell.journey.tracking.TrackingApi;
import shopbell.metrics.Meters;
import shopbell.security.Directory;
import shopbell.security.KeyRing;
import shopbell.store.Database;
import shopbell.store.Notifications;
import shopbell.store.PgCustomers;
import shopbell.store.PgDeadLetters;
import shopbell.store.PgDeliveries;
import shopbell.store.PgGuesses;
import shopbell.store.PgIdentities;
import shopbell.store.PgKeys;
import shopbell.store.PgLedger;
import shopbell.store.PgLooks;
import shopbell.store.PgNotebook;
import shopbell.store.PgNotices;
import shopbell.store.PgPrivacy;
import shopbell.store.PgSummaries;
import shopbell.store.PgUsers;
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
  private final PgLooks looks;
  private final Desk desk;
  private final Soon soon;
  private final Directory directory;
  private final KeyRing keyRing;
  private final NoticeBoard notices;
  private final Inquiries inquiries;
  private final Showing showing;
  private final Broadcast broadcast;
  private final Neighbours neighbours;
  private final Pipeline pipeline;
  private final AgentActionEffects actions;
  private final EventStore eventStore;
  private final Identities identities;
  private final Words words;
  private final Learning learning;
  private final DuplicateSearch search;
  private final Mailroom mailroom;
  private final IgnoredHandles ignored;
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
    CardBuild build = CustomerCards.build(settings, words);
    learning = new Learning(vertx, new PgGuesses(database), build, clock);
    eventStore = new PgLedger(database);
    identities = new PgIdentities(database);
    Identifier identifier = Identification.identifier(settings, identities, words);
    notices = new NoticeBoard(new PgNotices(database));
    looks = new PgLooks(database);
    desk = new Desk(meters, clock, looks);
    directory = new Directory(new PgUsers(database));
    keyRing = new KeyRing(new PgKeys(database), clock);
    ignored = new IgnoredHandles(meters, clock);
    inquiries = inquiries(given.sources(), words);
    showing = showing(identifier, build, given.tracing());
    broadcast = inquiries.among(new Broadcast(showing, clusterBus));
    pipeline = pipeline(new Arrivals(eventStore, soon, given.tracing()));
    actions = actions(identifier, build);
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
        doorway(given), systems, new PgDeadLetters(database), orders, new LookLog(looks, clock));
  }

  private Doorway doorway(Configuration given) {
    int doors = given.doors().size();
    EventReceiver eventReceiver = new EventReceiver(vertx, pipeline, given.deliveries(), meters, doors);
    return new Doorway(given, new DoorKeyCheck(keyRing), eventReceiver, ignored, clock);
  }

  private Inquiries inquiries(ConfiguredSources configured, Words words) {
    Inquiries.Rooms rooms =
        new Inquiries.Rooms(database, Identification.normaliser(settings), ignored, words);
    return Inquiries.of(vertx, configured, rooms, meters, clock);
  }

  private Showing showing(Identifier identifier, CardBuild build, Tracing tracing) {
    TracedRooms traced = new TracedRooms(identifier, summaries(), build, desk, tracing);
    Addressees names = new Addressees(directory, meters);
    return new Showing(
        new Showing.Rooms(names, identifier, eventStore, traced, learning, notices, inquiries, desk),
        soon,
        meters,
        clock);
  }

  private Pipeline pipeline(Arrivals arrivals) {
    Normaliser normaliser = Identification.normaliser(settings);
    return new Pipeline(
        new Pipeline.Rooms(normaliser, ignored, eventStore, arrivals, identities, notices),
        showing,
        broadcast,
        meters,
        clock);
  }

  private AgentActionEffects actions(Identifier identifier, CardBuild build) {
    AgentActionEffects.Parts parts = new AgentActionEffects.Parts(
        Identification.normaliser(settings),
        identities,
        identifier,
        summaries(),
        build,
        directory,
        new Addressees(directory, meters));
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
    return new TrackingApi(vertx, keyRing, new VisitBuffer(visits, meters), meters, clock);
  }

  /** The desk as it stood when the program last ran. */
  Future<Void> open(Rhythm rhythm) {
    soon.within(rhythm.soon());
    reception = Reception.of(vertx, settings, database, keyRing, clock);
    neighbours.share(reception.signIn(), reception.gate());
    Notifications told = administration.doorway().listening(new Notifications(database));
    accounts = new AccountWatch(told, directory, reception.gate(), keyRing, desk);
    return neighbours
        .open(showing, clock)
        .compose(heard -> accounts.open(actions::users))
        .compose(heard -> directory.refresh())
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
    LookLog seen = new LookLog(looks, clock);
    AuditTrail audit = reception.audit();
    PgNotebook notebook = new PgNotebook(database, eventStore);
    Queues queues = new QueueBook(settings, words);
    OnePerson persons =
        new OnePerson(OnePerson.Rooms.of(database, eventStore, broadcast, words), clock);
    new InteractionCalls(notebook, actions, inquiries.callers(), queues, clock).mount(api);
    new MessageCalls(notebook, actions, seen, clock).mount(api);
    new WrapUpCalls(notebook, actions, queues, clock).mount(api);
    new QueueCalls(queues).mount(api);
    new ReasonCalls(new PgGuesses(database), learning::last, clock).mount(api);
    new IdentityCalls(database, MergeRight.of(settings), persons, showing, seen)
        .mount(api, notebook, actions, audit);
    new CustomerCalls(new PgCustomers(database, identities), actions, seen, clock).mount(api);
    new PrivacyCalls(new PgPrivacy(database), actions, seen, audit).mount(api);
    new LookCalls(looks).mount(api);
    administration.mount(api, audit);
    reception.accounts().mount(api, actions, reception.gate(), audit);
    api.get("/agents").handler(new SeatsHandler(neighbours.seats()::all));
  }
}
