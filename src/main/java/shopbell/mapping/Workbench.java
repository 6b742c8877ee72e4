package shopbell.mapping;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Rejected;
import shopbell.wire.Json;

/** An expression that is being written, tried on a payload; nothing is kept of it. */
public final class Workbench {
  private Workbench() {}

  /**
   * What came of it.
   *
   * @param events as the expression says them
   * @param mistake of the expression itself
   * @param refused an event of it that says nothing sensible
   */
  public record Result(List<Object> events, Optional<Mistake> mistake, Optional<Rejected> refused) {
    public Result {
      events = List.copyOf(events);
    }
  }

  /** As a door named {@code door} would read {@code seen}; for a worker. */
  public static Result run(String map, Map<String, Object> seen, String door, Instant now) {
    List<Object> events = List.of();
    try {
      Expression expression = Expression.compile(map);
      events = plain(Mapped.result(expression, seen, Map.of("system", door), now));
      Mapped.events(expression, seen, door, Map.of("system", door), now);
      return new Result(events, Optional.empty(), Optional.empty());
    } catch (Mistake mistake) {
      return new Result(events, Optional.of(mistake), Optional.empty());
    } catch (Rejected refused) {
      return new Result(events, Optional.empty(), Optional.of(refused));
    }
  }

  private static List<Object> plain(List<?> events) {
    return events.stream()
        .<Object>map(event -> Json.MAPPER.convertValue(Mapped.tree(event), Object.class))
        .filter(event -> event != null)
        .toList();
  }
}
