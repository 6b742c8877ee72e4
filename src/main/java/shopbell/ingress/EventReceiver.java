package shopbell.ingress;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import shopbell.metrics.Meters;
import shopbell.model.Rejected;
import shopbell.model.Unavailable;
import shopbell.model.event.Inbound;

/**
 * Processes a door's requests: parses, stores and logs them. Slow formats are parsed on workers of each door, one
 * request after the other, so that the order is preserved, and a hanging map blocks its own door alone.
 */
public final class EventReceiver {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int WORKERS = 2;

  /** A body is hashed at some 300 MB a second: one at a time for each door leaves a core to all others. */
  private static final int VERIFIERS = 1;

  /** The size limit for a body at any door, in bytes. */
  private static final int LARGEST = 8 * EventAdapter.LARGEST;

  private final Vertx vertx;
  private final EventIntake eventIntake;
  private final RequestLog requestLog;
  private final Meters meters;
  private final int doors;
  private final Map<String, AdmissionControl> inflows = new ConcurrentHashMap<>();
  private final Map<String, RequestBodies> bodies = new ConcurrentHashMap<>();
  private final Map<String, WorkerExecutor> workers = new ConcurrentHashMap<>();
  private final Map<String, WorkerExecutor> signatures = new ConcurrentHashMap<>();

  /** {@code doors} is the number of doors. */
  public EventReceiver(
      Vertx vertx, EventIntake eventIntake, RequestLog requestLog, Meters meters, int doors) {
    this.vertx = vertx;
    this.eventIntake = eventIntake;
    this.requestLog = requestLog;
    this.meters = meters;
    this.doors = doors;
    meters.gauge(
        "shopbell.arrivals.underway",
        "events at doors that are being stored or shown",
        () -> inflows.values().stream().mapToInt(AdmissionControl::inside).sum());
    meters.gauge(
        "shopbell.doors.held.bytes",
        "bodies at doors in memory until their events are stored",
        () -> bodies.values().stream().mapToLong(RequestBodies::held).sum());
  }

  /** The Vert.x instance of the doors' workers. */
  public Vertx vertx() {
    return vertx;
  }

  /**
   * Whether so many of {@code door} are in progress that a new request would wait too long: its body is not even read.
   */
  boolean full(Door door) {
    return inflow(door).full();
  }

  /** The body of {@code request}, which must not have been read yet; each door has its own share of the memory. */
  RawBody body(Door door, HttpServerRequest request, int largest) {
    return bodies
        .computeIfAbsent(door.settings().name(), name -> RequestBodies.part(doors, LARGEST))
        .open(request, largest);
  }

  private AdmissionControl inflow(Door door) {
    return inflows.computeIfAbsent(
        door.settings().name(), name -> new AdmissionControl(System::nanoTime));
  }

  /** The refusal while the door is {@link #full}; counted, and otherwise not logged, so that a flood costs little. */
  Rejected crowded(Door door) {
    meters.arrived(door.settings().name(), "refused");
    return new Rejected(
        Rejected.Reason.CROWDED,
        "More comes in at once than can be kept, and this was not: send it again.");
  }

  /**
   * Completes once all events of {@code request} are stored; fails as {@link EventAdapter#verify},
   * {@link EventAdapter#read} and {@link EventIntake#take}. A sender without valid credentials takes no place in the
   * queue.
   */
  Future<DoorReply> enter(Door door, DoorRequest request) {
    return enter(door, request, request);
  }

  /**
   * The same where the signed request differs from the parsed one: of a GET the address is signed, and its parameters
   * are parsed.
   */
  Future<DoorReply> enter(Door door, DoorRequest signed, DoorRequest request) {
    return verified(door, signed)
        .onFailure(failure -> turnedAway(door, request, failure))
        .compose(proven -> placed(door, request));
  }

  private Future<DoorReply> placed(Door door, DoorRequest request) {
    return inflow(door)
        .enter()
        .map(admission -> enter(door, request, admission))
        .orElseGet(() -> Future.failedFuture(crowded(door)));
  }

  private Future<DoorReply> enter(
      Door door, DoorRequest request, AdmissionControl.Admission admission) {
    Future<ParsedRequest> reading = read(door, () -> reading(door, request)).map(read -> {
      admission.holds(read.events().size());
      return read;
    });
    return taken(door, request, reading, request.receivedAt())
        .onFailure(failed -> admission.leave())
        .onSuccess(taken -> taken.kept().shown().onComplete(shown -> admission.leave()))
        .map(taken -> taken.reading().reply().warning(taken.kept().warnings()));
  }

  /** Repeats a request that was admitted before; its events are stored already, or are stored now. */
  public Future<ParsedRequest> again(Door door, DoorRequest request, Instant now) {
    return taken(door, request, read(door, () -> reading(door, request)), now).map(Taken::reading);
  }

  /** Events of a door with a public key are unproven, unless the sender signs. */
  private static ParsedRequest reading(Door door, DoorRequest request) {
    ParsedRequest parsedRequest = door.adapter().read(request);
    return door.access().open() && !door.adapter().signed()
        ? parsedRequest.unproven()
        : parsedRequest;
  }

  /** Runs on workers of the door where its format is a slow one; a task that hangs fails with TOO_MANY. */
  public <T> Future<T> read(Door door, Supplier<T> task) {
    if (!door.adapter().slow()) {
      return Future.<Void>succeededFuture().map(go -> task.get());
    }
    return workers
        .computeIfAbsent(door.settings().name(), this::workersOf)
        .executeBlocking(task::get, true)
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .recover(failure -> Future.failedFuture(
            failure instanceof TimeoutException
                ? new Rejected(
                    Rejected.Reason.TOO_MANY, "Reading it takes too long: send it again later.")
                : failure));
  }

  private WorkerExecutor workersOf(String door) {
    return vertx.createSharedWorkerExecutor("door " + door, WORKERS);
  }

  /** Takes events from an open socket of {@code door}. */
  Future<Void> take(Door door, List<Inbound> events, Instant now) {
    return eventIntake.take(door.settings().name(), events, now).mapEmpty();
  }

  /** Logs a request with invalid credentials. */
  void turnedAway(Door door, DoorRequest request, Throwable failure) {
    note(door, request, failure, false);
  }

  private Future<Boolean> verified(Door door, DoorRequest request) {
    if (!door.adapter().signed()) {
      return Future.succeededFuture(true);
    }
    return signatures
        .computeIfAbsent(
            door.settings().name(),
            name -> vertx.createSharedWorkerExecutor("signatures " + name, VERIFIERS))
        .executeBlocking(
            () -> {
              door.adapter().verify(request);
              return true;
            },
            true);
  }

  private record Taken(ParsedRequest reading, EventIntake.TakenEvents kept) {}

  private Future<Taken> taken(
      Door door, DoorRequest request, Future<ParsedRequest> reading, Instant now) {
    String name = door.settings().name();
    return reading
        .compose(read -> eventIntake
            .take(name, read.events(), now)
            .map(takenEvents -> new Taken(read, takenEvents)))
        .onSuccess(taken -> requestLog.kept(
            name, request, taken.reading().events().size(), taken.kept().warnings(), now))
        .onFailure(failure -> note(door, request, failure, !unproven(failure)));
  }

  private void note(Door door, DoorRequest request, Throwable failure, boolean admitted) {
    String name = door.settings().name();
    meters.arrived(name, failure instanceof Unavailable ? "unavailable" : "refused");
    requestLog.failed(name, request, failure, admitted);
  }

  private static boolean unproven(Throwable failure) {
    return Optional.of(failure)
        .filter(Rejected.class::isInstance)
        .map(rejected -> ((Rejected) rejected).reason())
        .filter(reason ->
            reason == Rejected.Reason.UNAUTHENTICATED || reason == Rejected.Reason.FORBIDDEN)
        .isPresent();
  }
}
