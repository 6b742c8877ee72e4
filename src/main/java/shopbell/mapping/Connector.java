package shopbell.mapping;

import java.util.Optional;

/** A system that is connected by a file: it may send, be asked, or both. */
public record Connector(String name, Optional<DoorSpec> door, Optional<SourceSpec> source) {
  public Connector {
    if (door.isEmpty() && source.isEmpty()) {
      throw new IllegalArgumentException("a connector has a door, a source, or both");
    }
  }
}
