package shopbell.model;

import java.util.List;
import java.util.Optional;

/** One page of a list; {@code next} is the cursor to ask for what comes after, empty at the end. */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }
}
