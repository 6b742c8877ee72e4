package shopbell.store.sql;

import java.time.Instant;
import shopbell.json.JsonFields;
import shopbell.model.customer.Journey;

/** The end of a page of a timeline: several events can have the same instant, so the id is part of it. */
public record Cursor(Instant at, String id) {
  public static final Cursor NEWEST = new Cursor(Instant.parse("2200-01-01T00:00:00Z"), "");
  private static final String BETWEEN = "~";

  /** The cursor for the steps after {@code last}. */
  public static String after(Journey.Item last) {
    return last.at() + BETWEEN + last.id();
  }

  /** Parses the result of {@link #after}, or an instant; SENSELESS for anything else. */
  public static Cursor of(String text) {
    int cut = text.indexOf(BETWEEN);
    if (cut < 0) {
      return new Cursor(JsonFields.instantAt("/before", text), "");
    }
    return new Cursor(
        JsonFields.instantAt("/before", text.substring(0, cut)), text.substring(cut + 1));
  }
}
