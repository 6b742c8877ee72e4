package shopbell.connector;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A system that is connected by a file: it may send, be asked, be told; with none of these, its file was never right. */
public record Connector(
    String name,
    Optional<DoorSpec> door,
    Optional<SourceSpec> source,
    Optional<ActionSpec> action) {
  static Connector none(String name) {
    return new Connector(name, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * What its expressions say that nothing here knows, with its place in the file; {@code queues} says what is wrong with a queue of
   * that name.
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
