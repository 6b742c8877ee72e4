package shopbell.connector;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.json.Json;
import shopbell.model.Rejected;

/** Runs an unsaved expression on a payload; stores nothing. */
public final class ConnectorTrial {
  private ConnectorTrial() {}

  /**
   * The result.
   *
   * @param events as the expression returns them
   * @param mistake of the expression itself
   * @param refused the error of an invalid event
   */
  public record Result(
      List<Object> events, Optional<ConnectorError> mistake, Optional<Rejected> refused) {
    public Result {
      events = List.copyOf(events);
    }
  }

  /** Parses {@code seen} as a door named {@code door} would; for a worker. */
  public static Result run(String map, Map<String, Object> seen, String door, Instant now) {
    try {
      return run(Expression.compile(map), seen, door, Map.of("system", door), now);
    } catch (ConnectorError connectorError) {
      return new Result(List.of(), Optional.of(connectorError), Optional.empty());
    }
  }

  /**
   * The same with the map of a connector's whole file, and the place of a mistake in it; for a worker. A file without a
   * door is only checked.
   */
  public static Result file(String text, Map<String, Object> seen, String door, Instant now) {
    try {
      Optional<DoorSpec> read = ConnectorReader.read(text).door();
      if (read.isEmpty() || seen.isEmpty()) {
        return new Result(List.of(), Optional.empty(), Optional.empty());
      }
      return run(read.get().map(), seen, door, Map.of("system", door), now);
    } catch (ConnectorError connectorError) {
      return new Result(List.of(), Optional.of(connectorError), Optional.empty());
    }
  }

  /** The same with a compiled map, and {@code defaults} for fields missing in its events; for a worker. */
  public static Result run(
      Expression map,
      Map<String, Object> seen,
      String source,
      Map<String, Object> defaults,
      Instant now) {
    List<Object> events = List.of();
    try {
      events = plain(MappedEvents.result(map, seen, defaults, now));
      MappedEvents.events(map, seen, source, defaults, now);
      return new Result(events, Optional.empty(), Optional.empty());
    } catch (ConnectorError connectorError) {
      return new Result(events, Optional.of(connectorError), Optional.empty());
    } catch (Rejected refused) {
      return new Result(events, Optional.empty(), Optional.of(refused));
    }
  }

  private static List<Object> plain(List<?> events) {
    return events.stream()
        .<Object>map(event -> Json.MAPPER.convertValue(MappedEvents.tree(event), Object.class))
        .filter(event -> event != null)
        .toList();
  }
}
