package shopbell.ingress;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.model.customer.OrderStatusMeaning;

/** Administration of the doors, the requests they received, and the connector files that parse these. */
public interface DoorAdministration {
  /**
   * A door's state and counts.
   *
   * @param connector its connector file; empty for a door with an adapter in Java
   * @param signed whether its sender signs, so that no key is needed
   * @param counts of requests by result, since the start
   */
  record DoorReport(
      String name,
      String kind,
      Optional<String> connector,
      boolean signed,
      Optional<Instant> lastAt,
      Map<String, Long> counts) {}

  /**
   * One request and its result.
   *
   * @param result kept, nothing (no event in it), refused, unavailable or failed
   * @param reason why it was refused, empty otherwise
   * @param payload {@code {body, headers, query}}; empty once it is deleted, for a stranger's and for an unreadable one
   */
  record Delivery(
      String id,
      Instant at,
      String result,
      String reason,
      int events,
      int bytes,
      Optional<Object> payload) {}

  /** An error and its place: in an expression by line and column, from 1, in an event by pointer. */
  record Wrong(
      String detail, Optional<Integer> line, Optional<Integer> column, Optional<String> pointer) {}

  /**
   * The events a map makes of a payload; with {@code mistake} at least one is invalid.
   *
   * @param orders what the status of each order among the events means
   */
  record MapTrial(List<Object> events, Optional<Wrong> mistake, List<OrderStatusMeaning> orders) {
    /** A result without data on orders. */
    public MapTrial(List<Object> events, Optional<Wrong> mistake) {
      this(events, mistake, List.of());
    }
  }

  /**
   * A trial of {@code map} on a given body, or on a delivery of {@code door}.
   *
   * @param connector a connector's whole file instead of {@code map}; its mistakes carry line and column
   * @param plain whether the result of a delivery may show personal data
   */
  record Trial(
      Optional<String> map,
      Optional<String> connector,
      Optional<Object> payload,
      Optional<String> door,
      Optional<String> delivery,
      boolean plain) {}

  /** {@code own} is a file of the operator's; {@code broken} is why its newest version is not in use. */
  record ConnectorFile(String name, boolean own, List<String> parts, Optional<Wrong> broken) {}

  /**
   * How often {@code sender} has sent an unusable handle, since the start; never the handle itself.
   *
   * @param sender a door, a source or {@code journey}
   * @param reason placeholder, rounded or unreadable
   */
  record IgnoredCount(String sender, String kind, String reason, long count, Instant lastAt) {}

  /** By name. */
  List<DoorReport> all();

  /** The latest first. */
  List<IgnoredCount> ignored();

  /** Newest first; NOT_FOUND for no such door. */
  Future<List<Delivery>> deliveries(String door);

  /** Unmasked when {@code plain}; NOT_FOUND for one that is no longer logged. */
  Future<Delivery> delivery(String door, String id, boolean plain);

  /** The number of events it holds; fails as it would for its sender, with NOT_FOUND when the payload is deleted. */
  Future<Integer> again(String door, String id);

  /** Never fails for an error in the map; NOT_FOUND for no such delivery. */
  Future<MapTrial> tried(Trial trial);

  /** By name. */
  List<ConnectorFile> connectors();

  /** The text of the file; NOT_FOUND. */
  Future<String> connector(String name);

  /** Saves the file and activates it; SENSELESS with line and column when it is invalid. */
  Future<Void> save(String name, String text);
}
