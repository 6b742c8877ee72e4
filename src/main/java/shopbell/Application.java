package shopbell;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.assets.ScreenFiles;
import shopbell.cluster.ClusterBus;
import shopbell.config.Settings;
import shopbell.connector.ExpressionWorkers;
import shopbell.http.HttpListeners;
import shopbell.http.HttpRoutes;
import shopbell.http.ManagementRoutes;
import shopbell.http.Readiness;
import shopbell.http.SelfCheck;
import shopbell.metrics.EventLoopLag;
import shopbell.metrics.Meters;
import shopbell.metrics.Registry;
import shopbell.model.event.ContactRecord;
import shopbell.scheduling.Intervals;
import shopbell.store.DatabaseLifecycle;
import shopbell.store.security.PgDemoUsers;
import shopbell.store.sql.Database;
import shopbell.training.ReasonBackfill;

/** The whole program between start and stop. */
public final class Application {
  private static final Duration LEAVING = Duration.ofSeconds(15);
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Configuration configuration;
  private final InstantSource clock;
  private final Intervals intervals;
  private final PrometheusMeterRegistry registry = Registry.open();
  private final Meters meters = new Meters(registry);
  private final ClusterBus clusterBus;
  private Vertx vertx;
  private HttpListeners httpListeners;
  private final Readiness readiness = new Readiness();
  private final AtomicBoolean reviving = new AtomicBoolean();
  private final AtomicBoolean pinging = new AtomicBoolean();
  private Wiring wiring;
  private final ScreenFiles screen = new ScreenFiles();
  private DatabaseLifecycle store;

  /** Nothing runs yet; InvalidConfiguration for what cannot be right. */
  public Application(Settings settings, InstantSource clock) {
    this(settings, clock, Intervals.USUAL);
  }

  /** The same in another rhythm. */
  Application(Settings settings, InstantSource clock, Intervals intervals) {
    this.configuration = Configuration.of(settings);
    this.clock = clock;
    this.intervals = intervals;
    this.clusterBus = ClusterBus.of(settings);
    meters.gauge(
        "shopbell.ready",
        "1 when it takes calls, 0 while not",
        () -> readiness.why().isEmpty() ? 1 : 0);
    meters.gauge(
        "shopbell.maps.left_behind",
        "expressions of connectors that did not come back in time since the start",
        ExpressionWorkers::leftBehind);
  }

  /** Completes when agents can sign in; what had started is stopped again when something fails. */
  public Future<Application> start() {
    ManagementRoutes managementRoutes =
        new ManagementRoutes(registry, readiness::why, configuration.ports().managementHosts());
    Future<Application> started = vertx(registry)
        .compose(running -> {
          vertx = running;
          httpListeners = new HttpListeners(
              vertx, configuration.ports().agents(), configuration.ports().management());
          return httpListeners.management(managementRoutes);
        })
        .compose(bound -> DatabaseLifecycle.open(vertx, configuration.database().url()))
        .compose(opened -> {
          store = opened;
          wiring = new Wiring(clusterBus, configuration, opened.database(), meters, clock);
          return wiring.open(intervals);
        })
        .compose(opened -> new PgDemoUsers(store.database()).lock())
        .onSuccess(Application::sayLocked)
        .compose(opened -> httpListeners.agents(() -> routes().router(vertx)))
        .onSuccess(bound -> ready())
        .map(this);
    Promise<Application> told = Promise.promise();
    started
        .onSuccess(told::complete)
        .onFailure(failure -> stop().onComplete(stopped -> told.fail(failure)));
    return told.future();
  }

  private static void sayLocked(int users) {
    if (users > 0) {
      LOG.warn(
          "{} users of the demo cannot sign in outside the demo: remove them, or give each a password (user set NAME --new-secret)",
          users);
    }
  }

  /** Not ready first; then browsers hear why, ports close, and the database last. Nothing is half written. */
  public Future<Void> stop() {
    readiness.stopping();
    if (wiring != null) {
      wiring.close();
    }
    // a promise without a context: those of Vert.x end with it
    Promise<Void> done = Promise.promise();
    if (httpListeners == null) {
      return Future.succeededFuture();
    }
    httpListeners
        .close()
        .transform(closed -> wiring == null ? Future.succeededFuture() : wiring.written())
        .eventually(configuration.tracing()::close)
        .transform(written -> store == null ? Future.succeededFuture() : store.close())
        .onComplete(closed -> leave().onComplete(done));
    return done.future();
  }

  /** All is written by now: a cluster that comes apart meanwhile does not keep the process from ending. */
  private Future<Void> leave() {
    return Future.fromCompletionStage(vertx
        .close()
        .toCompletionStage()
        .toCompletableFuture()
        .completeOnTimeout(null, LEAVING.toSeconds(), TimeUnit.SECONDS));
  }

  /** Where agents reach it. */
  public String url() {
    return configuration.ports().agents().url(httpListeners.agentPort());
  }

  /** The port for agents and machines as it was bound. */
  int agentPort() {
    return httpListeners.agentPort();
  }

  /** The operator's port as it was bound. */
  public int managementPort() {
    return httpListeners.managementPort();
  }

  /** For programs that bring their own people and records, such as the demo. */
  public Database database() {
    return store.database();
  }

  /** Its routes; each event loop has its own. */
  HttpRoutes routes() {
    return new HttpRoutes(wiring.parts(intervals), screen);
  }

  /** For a world that is told from its beginning: see {@link ReasonBackfill#lived}. */
  public Future<Void> lived(UUID customer, ContactRecord contact) {
    return wiring.backfill().lived(customer, contact);
  }

  /** Trains with the reasons that agents have stated, before the next training is due. */
  public Future<Void> learn() {
    return wiring.training().learn().mapEmpty();
  }

  /** Learns the value of customers from all purchases, before the next training is due. */
  public Future<Void> learnValue() {
    return wiring.learnValue();
  }

  /** Whether the scheduled work is done here just now. */
  boolean onDuty() {
    return wiring.leads();
  }

  /** Where everything runs. */
  public Vertx vertx() {
    return vertx;
  }

  private Future<Vertx> vertx(PrometheusMeterRegistry registry) {
    MicrometerMetricsOptions metrics = new MicrometerMetricsOptions()
        .setEnabled(true)
        .addDisabledMetricsCategory(MetricsDomain.NET_CLIENT)
        .addDisabledMetricsCategory(MetricsDomain.HTTP_CLIENT)
        .setLabels(
            EnumSet.of(Label.HTTP_METHOD, Label.HTTP_CODE, Label.POOL_TYPE, Label.POOL_NAME));
    return clusterBus.start(
        new VertxOptions().setMetricsOptions(metrics).setPreferNativeTransport(true),
        new MicrometerMetricsFactory(registry));
  }

  private void ready() {
    readiness.started();
    EventLoopLag lag = new EventLoopLag(registry);
    vertx.setPeriodic(EventLoopLag.EVERY.toMillis(), tick -> lag.tick(System.nanoTime()));
    vertx.setPeriodic(intervals.watch().toMillis(), tick -> wiring.watch());
    vertx.setPeriodic(intervals.refresh().toMillis(), tick -> wiring.refresh());
    vertx.setPeriodic(
        intervals.refresh().toMillis(),
        tick -> vertx.executeBlocking(() -> configuration.refresh(clock.instant())));
    vertx.setPeriodic(intervals.database().toMillis(), tick -> ping());
    SelfCheck own = new SelfCheck(
        vertx, configuration.ports().agents().listen().host(), httpListeners.agentPort(), PATIENCE);
    vertx.setPeriodic(intervals.refresh().toMillis(), tick -> tryOut(own));
    LOG.info("ready, {} doors", configuration.doors().size());
  }

  private void revive() {
    if (!reviving.compareAndSet(false, true)) {
      return;
    }
    store
        .revive()
        .onSuccess(again -> {
          if (again) {
            LOG.warn("the private database had died and was started again");
          }
        })
        .onFailure(failed ->
            LOG.warn("the private database does not start again: {}", failed.getMessage()))
        .onComplete(done -> reviving.set(false));
  }

  private void ping() {
    // a slow answer is waited for: more questions behind it would only wait longer
    if (!pinging.compareAndSet(false, true)) {
      return;
    }
    store
        .database()
        .ping()
        .onComplete(answered -> pinging.set(false))
        .onSuccess(there -> {
          if (readiness.has(Readiness.Need.DATABASE)) {
            wiring.refresh();
            wiring.heal();
          }
        })
        .onFailure(away -> {
          readiness.lacks(Readiness.Need.DATABASE);
          revive();
        });
  }

  /** Tries a write to the database and a request to the own port: reading does not show that both work. */
  private void tryOut(SelfCheck own) {
    store.database().beat().onComplete(written -> told(Readiness.Need.WRITING, written));
    own.ask().onComplete(answered -> told(Readiness.Need.PORT, answered));
  }

  private void told(Readiness.Need need, AsyncResult<Void> found) {
    if (found.succeeded()) {
      readiness.has(need);
    } else {
      readiness.lacks(need);
    }
  }
}
