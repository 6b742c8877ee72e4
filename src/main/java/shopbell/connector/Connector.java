package shopbell.connector;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A system connected by a file: it may be a door, a source or a receiver; with none of these, its file was never valid.
 */
public record Connector(
    String name,
    Optional<DoorSpec> door,
    Optional<SourceSpec> source,
    Optional<ActionSpec> action) {
  static Connector none(String name) {
    return new Connector(name, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Unknown names in its expressions, with their place in the file; {@code queues} returns what is wrong with a queue
   * name.
   */
  public List<ConnectorError> doubts(Function<String, Optional<String>> queues) {
    return expressions().flatMap(each -> each.doubts(queues).stream()).toList();
  }

  private Stream<Expression> expressions() {
    Stream<Expression> doors =
        door.stream().flatMap(d -> Stream.concat(Stream.of(d.map()), d.challenge().stream()));
    Stream<Expression> asked =
        source.stream().flatMap(s -> Stream.concat(steps(s.steps()), Stream.of(s.map())));
    Stream<Expression> told = action.stream().flatMap(a -> steps(a.steps()));
    return Stream.of(doors, asked, told).flatMap(each -> each);
  }

  private static Stream<Expression> steps(List<RequestStep> steps) {
    return steps.stream().flatMap(RequestStep::expressions);
  }
}
