package shopbell;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import shopbell.api.Doors;
import shopbell.identity.IgnoredHandles;
import shopbell.ingress.Deliveries;
import shopbell.ingress.DialIn;
import shopbell.ingress.Door;
import shopbell.ingress.DoorKeys;
import shopbell.ingress.DoorOrigins;
import shopbell.ingress.DoorRequest;
import shopbell.ingress.Entrance;
import shopbell.ingress.Masked;
import shopbell.ingress.OwnAddress;
import shopbell.ingress.Payload;
import shopbell.ingress.ProveDoorHandler;
import shopbell.ingress.ReceiveEventHandler;
import shopbell.ingress.mapped.MappedDoor;
import shopbell.mapping.Connectors;
import shopbell.mapping.Mistake;
import shopbell.mapping.Workbench;
import shopbell.model.Rejected;
import shopbell.store.Notifications;

/** Everything at the doors in one place: what machines reach, and what administrators see of it. */
final class Doorway implements Doors {
  private final Map<String, Door> doors;
  private final Connectors connectors;
  private final Deliveries deliveries;
  private final DoorKeys keys;
  private final Entrance entrance;
  private final Vertx vertx;
  private final IgnoredHandles ignored;
  private final OwnAddress address;
  private final InstantSource clock;

  Doorway(
      Configuration configuration,
      DoorKeys keys,
      Entrance entrance,
      IgnoredHandles ignored,
      InstantSource clock) {
    this.doors = configuration.doors();
    this.connectors = configuration.connectors();
    this.address = new OwnAddress(configuration.settings());
    this.deliveries = configuration.deliveries();
    this.keys = keys;
    this.entrance = entrance;
    this.ignored = ignored;
    this.vertx = entrance.vertx();
    this.clock = clock;
  }

  /** Where senders reach the doors. */
  OwnAddress address() {
    return address;
  }

  /** From now on payloads in memory are forgotten when a customer is erased, wherever that was asked. */
  Notifications listening(Notifications told) {
    told.on(Notifications.ERASED, deliveries::forgetAll, erased -> deliveries.forgetAll());
    return told;
  }

  /** What stands at the doors' addresses. */
  Routes.Doors routes() {
    ReceiveEventHandler receive = new ReceiveEventHandler(doors, keys, entrance, address, clock);
    Map<String, String> paths = new TreeMap<>();
    doors.forEach(
        (name, door) -> door.access().path().ifPresent(path -> paths.put(path, "/in/" + name)));
    return new Routes.Doors(
        new DoorOrigins(doors),
        receive,
        new ProveDoorHandler(doors, entrance, new DialIn(keys, entrance, clock), receive),
        paths);
  }

  @Override
  public List<State> all() {
    return doors.values().stream()
        .map(door -> {
          Deliveries.Tally tally = deliveries.tally(door.settings().name());
          Optional<String> connector = door.adapter() instanceof MappedDoor mapped
              ? Optional.of(mapped.connector())
              : Optional.empty();
          return new State(
              door.settings().name(),
              door.settings().kind(),
              connector,
              door.adapter().signed(),
              tally.last(),
              new TreeMap<>(tally.counts()));
        })
        .toList();
  }

  @Override
  public List<IgnoredHandle> ignored() {
    return ignored.all().stream()
        .map(count -> new IgnoredHandle(
            count.sender(),
            count.ignored().kind().toString(),
            count.ignored().reason().toString(),
            count.count(),
            count.lastAt()))
        .toList();
  }

  @Override
  public Future<List<Delivery>> deliveries(String door) {
    return worker(() -> deliveries.of(door(door).settings().name()).stream()
        .map(delivery -> shown(delivery, false))
        .toList());
  }

  @Override
  public Future<Delivery> delivery(String door, String id, boolean plain) {
    return worker(() -> shown(found(door, id), plain));
  }

  @Override
  public Future<Integer> again(String door, String id) {
    return Future.<Void>succeededFuture()
        .compose(go -> entrance.again(door(door), payload(door, id), clock.instant()))
        .map(read -> read.events().size());
  }

  @Override
  public Future<Tried> tried(Trial trial) {
    return worker(() -> {
      Workbench.Result result = result(trial);
      Optional<Wrong> refused = result.refused().map(Doorway::wrong);
      return new Tried(result.events(), result.mistake().map(Doorway::wrong).or(() -> refused));
    });
  }

  /** A body of one's own as it is; what came in is masked before the map sees it, unless it may be seen plain. */
  private Map<String, Object> seen(Trial trial) {
    return trial
        .payload()
        .map(Payload::of)
        .or(() -> trial
            .delivery()
            .map(id -> Payload.of(payload(trial.door().orElse(""), id)))
            .map(came -> trial.plain() ? came : Masked.payload(came)))
        .orElse(Map.of());
  }

  private Workbench.Result result(Trial trial) {
    Map<String, Object> seen = seen(trial);
    String door = trial.door().orElse("door");
    return trial
        .connector()
        .map(file -> Workbench.file(file, seen, door, clock.instant()))
        .orElseGet(() -> Workbench.run(trial.map().orElseThrow(), seen, door, clock.instant()));
  }

  @Override
  public List<Connector> connectors() {
    return new TreeMap<>(connectors.all())
        .entrySet().stream()
            .map(entry -> {
              shopbell.mapping.Connector file = entry.getValue().connector();
              List<String> parts = new ArrayList<>();
              file.door().ifPresent(door -> parts.add("door"));
              file.source().ifPresent(source -> parts.add("source"));
              file.action().ifPresent(action -> parts.add("action"));
              return new Connector(
                  entry.getKey(),
                  entry.getValue().own(),
                  parts,
                  entry.getValue().broken().map(Doorway::wrong));
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
      } catch (Mistake mistake) {
        throw Rejected.field("/text", mistake.placed());
      } catch (IOException e) {
        throw new Rejected(
            Rejected.Reason.CONFLICT, "The folder of connectors cannot be written to.");
      }
    });
  }

  private static Wrong wrong(Mistake mistake) {
    return new Wrong(
        mistake.getMessage(),
        Optional.of(mistake.line()),
        Optional.of(mistake.column()),
        Optional.empty());
  }

  /** The first of what is wrong, with its pointer; else the refusal as a whole. */
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

  private shopbell.ingress.Delivery found(String door, String id) {
    return deliveries
        .find(door(door).settings().name(), id)
        .orElseThrow(() -> missing("It is none of the last deliveries."));
  }

  private DoorRequest payload(String door, String id) {
    return found(door, id)
        .request()
        .orElseThrow(() -> missing("Its payload is not kept, or not any more."));
  }

  private static Delivery shown(shopbell.ingress.Delivery delivery, boolean plain) {
    return new Delivery(
        delivery.id(),
        delivery.at(),
        delivery.result(),
        delivery.reason(),
        delivery.events(),
        delivery.request().map(request -> request.body().length()).orElse(0),
        delivery.request().flatMap(Payload::readable).map(p -> plain ? p : Masked.of(p)));
  }

  private static Rejected missing(String detail) {
    return new Rejected(Rejected.Reason.NOT_FOUND, detail);
  }

  /** Payloads are parsed and files written where nobody waits. */
  private <T> Future<T> worker(java.util.concurrent.Callable<T> task) {
    return vertx.executeBlocking(task, false);
  }
}
