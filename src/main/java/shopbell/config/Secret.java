package shopbell.config;

import java.util.List;
import java.util.stream.Stream;

/** A password or key from the configuration; hidden in logs. */
public record Secret(String reveal) {
  /**
   * While a secret is being changed there are several, separated by commas: the whole text comes first, because it may
   * be one itself.
   */
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
