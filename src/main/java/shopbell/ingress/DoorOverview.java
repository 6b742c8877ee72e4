package shopbell.ingress;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import shopbell.connector.ConnectorError;
import shopbell.connector.ConnectorTrial;
import shopbell.connector.Connectors;
import shopbell.identity.IgnoredHandleCounts;
import shopbell.model.Rejected;

/** The doors as administrators see them: results, requests, trials, and the files of connectors. */
public final class DoorOverview implements DoorAdministration {
  /** Its dependencies; {@code receiver} repeats a request. */
  public record OverviewParts(
      Map<String, Door> doors, Connectors connectors, RequestLog log, EventReceiver receiver) {}

  private final Map<String, Door> doors;
  private final Connectors connectors;
  private final RequestLog requestLog;
  private final EventReceiver eventReceiver;
  private final Vertx vertx;
  private final IgnoredHandleCounts ignored;
  private final InstantSource clock;

  public DoorOverview(
      OverviewParts overviewParts, IgnoredHandleCounts ignored, InstantSource clock) {
    this.doors = overviewParts.doors();
    this.connectors = overviewParts.connectors();
    this.requestLog = overviewParts.log();
    this.eventReceiver = overviewParts.receiver();
    this.vertx = eventReceiver.vertx();
    this.ignored = ignored;
    this.clock = clock;
  }

  @Override
  public List<DoorReport> all() {
    return doors.values().stream()
        .map(door -> {
          RequestLog.Tally tally = requestLog.tally(door.settings().name());
          return new DoorReport(
              door.settings().name(),
              door.settings().kind(),
              door.adapter().connector(),
              door.adapter().signed(),
              tally.last(),
              new TreeMap<>(tally.counts()));
        })
        .toList();
  }

  @Override
  public List<IgnoredCount> ignored() {
    return ignored.all().stream()
        .map(count -> new IgnoredCount(
            count.sender(),
            count.ignored().kind().toString(),
            count.ignored().reason().toString(),
            count.count(),
            count.lastAt()))
        .toList();
  }

  @Override
  public Future<List<Delivery>> deliveries(String door) {
    return worker(() -> requestLog.of(door(door).settings().name()).stream()
        .map(loggedRequest -> shown(loggedRequest, false))
        .toList());
  }

  @Override
  public Future<Delivery> delivery(String door, String id, boolean plain) {
    return worker(() -> shown(found(door, id), plain));
  }

  @Override
  public Future<Integer> again(String door, String id) {
    return Future.<Void>succeededFuture()
        .compose(go -> eventReceiver.again(door(door), payload(door, id), clock.instant()))
        .map(read -> read.events().size());
  }

  @Override
  public Future<MapTrial> tried(Trial trial) {
    return worker(() -> {
      ConnectorTrial.Result result = result(trial);
      Optional<Wrong> refused = result.refused().map(DoorOverview::wrong);
      return new MapTrial(
          result.events(), result.mistake().map(DoorOverview::wrong).or(() -> refused));
    });
  }

  /**
   * The operator's own body unchanged; a received one is masked before the map sees it, unless it may be shown plain.
   */
  private Map<String, Object> seen(Trial trial) {
    return trial
        .payload()
        .map(RequestPayload::of)
        .or(() -> trial
            .delivery()
            .map(id -> RequestPayload.of(payload(trial.door().orElse(""), id)))
            .map(came -> trial.plain() ? came : PayloadMask.payload(came)))
        .orElse(Map.of());
  }

  private ConnectorTrial.Result result(Trial trial) {
    Map<String, Object> seen = seen(trial);
    String door = trial.door().orElse("door");
    return trial
        .connector()
        .map(file -> ConnectorTrial.file(file, seen, door, clock.instant()))
        .orElseGet(
            () -> ConnectorTrial.run(trial.map().orElseThrow(), seen, door, clock.instant()));
  }

  @Override
  public List<ConnectorFile> connectors() {
    return new TreeMap<>(connectors.all())
        .entrySet().stream()
            .map(entry -> {
              shopbell.connector.Connector file = entry.getValue().connector();
              List<String> parts = new ArrayList<>();
              file.door().ifPresent(door -> parts.add("door"));
              file.source().ifPresent(source -> parts.add("source"));
              file.action().ifPresent(action -> parts.add("action"));
              return new ConnectorFile(
                  entry.getKey(),
                  entry.getValue().own(),
                  parts,
                  entry.getValue().broken().map(DoorOverview::wrong));
            })
            .toList();
  }

  @Override
  public Future<String> connector(String name) {
    return worker(() ->
        connectors.text(name).orElseThrow(() -> missing("There is no connector of that name.")));
  }

  @Override
  public Future<Void> save(String name, String text) {
    return worker(() -> {
      try {
        connectors.save(name, text);
        return null;
      } catch (ConnectorError connectorError) {
        throw Rejected.field("/text", connectorError.placed());
      } catch (IOException e) {
        throw new Rejected(
            Rejected.Reason.CONFLICT, "The folder of connectors cannot be written to.");
      }
    });
  }

  private static Wrong wrong(ConnectorError connectorError) {
    return new Wrong(
        connectorError.getMessage(),
        Optional.of(connectorError.line()),
        Optional.of(connectorError.column()),
        Optional.empty());
  }

  /** The first error, with its pointer; else the refusal as a whole. */
  private static Wrong wrong(Rejected refused) {
    return refused.errors().stream()
        .findFirst()
        .map(e ->
            new Wrong(e.detail(), Optional.empty(), Optional.empty(), Optional.of(e.pointer())))
        .orElseGet(() ->
            new Wrong(refused.getMessage(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private Door door(String name) {
    return Optional.ofNullable(doors.get(name))
        .orElseThrow(() -> missing("There is no door of that name."));
  }

  private shopbell.ingress.LoggedRequest found(String door, String id) {
    return requestLog
        .find(door(door).settings().name(), id)
        .orElseThrow(() -> missing("It is none of the last deliveries."));
  }

  private DoorRequest payload(String door, String id) {
    return found(door, id)
        .request()
        .orElseThrow(() -> missing("Its payload is not kept, or not any more."));
  }

  private static Delivery shown(shopbell.ingress.LoggedRequest loggedRequest, boolean plain) {
    return new Delivery(
        loggedRequest.id(),
        loggedRequest.at(),
        loggedRequest.result(),
        loggedRequest.reason(),
        loggedRequest.events(),
        loggedRequest.request().map(request -> request.body().length()).orElse(0),
        loggedRequest
            .request()
            .flatMap(RequestPayload::readable)
            .map(p -> plain ? p : PayloadMask.of(p)));
  }

  private static Rejected missing(String detail) {
    return new Rejected(Rejected.Reason.NOT_FOUND, detail);
  }

  /** Runs {@code task}, which parses a payload or writes a file, on a worker thread. */
  private <T> Future<T> worker(java.util.concurrent.Callable<T> task) {
    return vertx.executeBlocking(task, false);
  }
}
