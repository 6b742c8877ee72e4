package shopbell.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The content of a file: rows of one type of the vocabulary, or whole events of any. */
public enum ImportKind {
  CUSTOMERS("shopbell.customer.upserted", false),
  ORDERS("shopbell.order.upserted", false),
  SHIPMENTS("shopbell.shipment.upserted", false),
  TICKETS("shopbell.ticket.upserted", false),
  TOUCHPOINTS("shopbell.touchpoint", true),
  INTERACTIONS("shopbell.interaction.recorded", false),
  FEEDBACK("shopbell.feedback.given", true),
  EVENTS("", false);

  private final String type;
  private final boolean timed;

  ImportKind(String type, boolean timed) {
    this.type = type;
    this.timed = timed;
  }

  /** The vocabulary's type of each row; empty where each row has its own. */
  public String type() {
    return type;
  }

  /** Whether a row requires its time; the others default to the file's own time. */
  boolean timed() {
    return timed;
  }

  /** The word of the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All words, for a message. */
  public static String words() {
    return Arrays.stream(values()).map(ImportKind::word).collect(Collectors.joining(", "));
  }
}
