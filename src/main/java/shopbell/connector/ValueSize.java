package shopbell.connector;

import com.dashjoin.jsonata.Utils;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The size of a value when it is written out: one for each value inside, and one more for each 32 characters. A value
 * used in several places counts each time: thirty lists of two, each inside the next, are a thousand million values.
 */
public final class ValueSize {
  /** Some 32 million characters, or a million values. */
  static final long MOST = 1_000_000;

  private static final int CHARACTERS = 32;

  private record Known(int size, long weight) {}

  private final IdentityHashMap<Object, Known> known = new IdentityHashMap<>();

  /** Stops counting beyond {@link #MOST}. */
  public long of(Object value) {
    if (value instanceof String text) {
      return 1L + text.length() / CHARACTERS;
    }
    if (value instanceof Utils.RangeList range) {
      return 1L + range.size();
    }
    if (value instanceof List<?> list) {
      return inside(list, list.size(), list);
    }
    return value instanceof Map<?, ?> map ? inside(map, map.size(), map.values()) : 1;
  }

  /** Measures a list again that has grown since. */
  private long inside(Object whole, int size, Iterable<?> values) {
    Known before = known.get(whole);
    if (before != null && before.size() == size) {
      return before.weight();
    }
    long weight = 1;
    for (Object value : values) {
      weight += of(value);
      if (weight > MOST) {
        break;
      }
    }
    known.put(whole, new Known(size, weight));
    return weight;
  }
}
