package shopbell.ingress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Masks personal data in a payload and keeps its shape: every text is replaced by x and 0, unless its name never holds
 * anything personal, or it is a time or an id of the UUID form.
 */
public final class PayloadMask {
  private static final Set<String> HARMLESS = Set.of(
      "action",
      "cause",
      "channel",
      "content-type",
      "detail-type",
      "dialstatus",
      "direction",
      "event",
      "eventtype",
      "event_type",
      "field",
      "kind",
      "message_type",
      "method",
      "object",
      "priority",
      "purpose",
      "source",
      "specversion",
      "state",
      "status",
      "step",
      "topicname",
      "type",
      "version");
  private static final Pattern PLAIN =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d([T ][0-9:.]{5,18}(Z|[+-][0-9:]{4,6})?)?"
          + "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final long LARGEST = 1_000_000;
  private static final int LONGEST_WORD = 60;

  private final Set<String> kept;

  private PayloadMask(Set<String> kept) {
    this.kept = kept;
  }

  /** Masks it; the content of a list or map is masked even under a harmless name. */
  public static Object of(Object payload) {
    return of(payload, Set.of());
  }

  /** Masks all texts except those in {@code kept}. */
  public static Object of(Object payload, Set<String> kept) {
    return new PayloadMask(Set.copyOf(kept)).masked("", payload);
  }

  /** Of {@code {body, headers, query}}. */
  public static Map<String, Object> payload(Map<String, Object> seen) {
    Map<String, Object> all = new LinkedHashMap<>();
    seen.forEach((name, value) -> all.put(name, of(value)));
    return all;
  }

  private Object masked(String name, Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> all = new LinkedHashMap<>();
      map.forEach((key, inside) -> all.put(key.toString(), masked(key.toString(), inside)));
      return all;
    }
    if (value instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(inside -> all.add(masked("", inside)));
      return all;
    }
    if (value instanceof String text) {
      return kept.contains(text) || harmless(name, text) ? text : hidden(text);
    }
    // a large number may be a telephone's; times in seconds are as long
    return value instanceof Number number
            && Math.abs(number.doubleValue()) >= LARGEST
            && !time(name)
        ? 0
        : value;
  }

  private static boolean harmless(String name, String text) {
    boolean word = HARMLESS.contains(name.toLowerCase(Locale.ROOT))
        && text.length() <= LONGEST_WORD
        && !text.contains("@");
    return word
        || (PLAIN.matcher(text).matches() && !birth(name))
        || (time(name) && text.matches("\\d{9,13}"));
  }

  private static boolean birth(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.contains("birth") || small.contains("geburt") || small.equals("dob");
  }

  private static boolean time(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.endsWith("_at") || small.contains("timestamp") || small.equals("time");
  }

  private static String hidden(String text) {
    return text.replaceAll("\\p{L}", "x").replaceAll("\\p{N}", "0");
  }
}
