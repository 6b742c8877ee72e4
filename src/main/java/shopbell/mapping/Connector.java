package shopbell.mapping;

import java.util.Optional;

/** A system that is connected by a file: it may send, be asked, be told; with none of these, its file was never right. */
public record Connector(
    String name,
    Optional<DoorSpec> door,
    Optional<SourceSpec> source,
    Optional<ActionSpec> action) {
  static Connector none(String name) {
    return new Connector(name, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
