package shopbell.model;

import java.util.List;
import java.util.Optional;

/** One page of a list; {@code next} is the cursor of the following page, empty on the last page. */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }
}
