package shopbell.mapping;

import java.util.Optional;

/** A system that is connected by a file: it may send, be asked, or both; with neither, its file was never right. */
public record Connector(String name, Optional<DoorSpec> door, Optional<SourceSpec> source) {
  static Connector none(String name) {
    return new Connector(name, Optional.empty(), Optional.empty());
  }
}
