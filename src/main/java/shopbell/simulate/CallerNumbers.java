package shopbell.simulate;

import java.util.List;
import java.util.Locale;

/** The callers' numbers: the given ones, evenly spread, and every tenth time an unknown one. */
final class CallerNumbers {
  private static final int STRANGER_EVERY = 10;
  private static final int STRIDE = 7_919;

  /** The range reserved for fiction (NANPA, 555-0100 to 555-0199). */
  private static final int STRANGERS = 100;

  private final List<String> known;

  CallerNumbers(List<String> known) {
    this.known = known;
  }

  /** In E.164; the same for the same arrival. */
  String of(int arrival) {
    if (known.isEmpty() || arrival % STRANGER_EVERY == STRANGER_EVERY - 1) {
      return String.format(Locale.ROOT, "+1202555%04d", 100 + arrival / STRANGER_EVERY % STRANGERS);
    }
    return known.get((int) ((long) arrival * STRIDE % known.size()));
  }
}
