package shopbell.config;

import java.util.List;
import java.util.stream.Stream;

/** A password or key from the configuration; does not show itself in logs. */
public record Secret(String reveal) {
  /** While one is changed there are several, with commas between them: the whole text first, for it may be one itself. */
  public List<String> each() {
    return Stream.concat(Stream.of(reveal), Stream.of(reveal.split(",")).map(String::strip))
        .filter(one -> !one.isEmpty())
        .distinct()
        .toList();
  }

  @Override
  public String toString() {
    return "***";
  }
}
