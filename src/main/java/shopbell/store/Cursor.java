package shopbell.store;

import java.time.Instant;
import shopbell.model.Journey;
import shopbell.model.Rejected;
import shopbell.wire.Fields;

/** Where a page of a timeline ended: several things can happen at the same instant, so the id belongs to it. */
record Cursor(Instant at, String id) {
  static final Cursor NEWEST = new Cursor(Instant.parse("2200-01-01T00:00:00Z"), "");
  private static final String BETWEEN = "~";

  static String after(Journey.Item last) {
    return last.at() + BETWEEN + last.id();
  }

  /** SENSELESS for what {@link #after} has not made. */
  static Cursor of(String text) {
    int cut = text.indexOf(BETWEEN);
    if (cut < 0) {
      throw Rejected.field("/before", "is the next of the page before");
    }
    return new Cursor(Fields.instantAt("/before", text.substring(0, cut)), text.substring(cut + 1));
  }
}
