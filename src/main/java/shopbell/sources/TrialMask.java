package shopbell.sources;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shopbell.ingress.PayloadMask;
import shopbell.model.Handle;

/**
 * Masks personal data in a trial query and keeps its shape. The map runs on masked values, because a map could be
 * written to spell its input in forms that no mask of its results finds.
 */
class TrialMask implements UnaryOperator<Object> {
  /** Masks nothing. */
  static final TrialMask NONE = new TrialMask(Map.of()) {
    @Override
    String url(String url) {
      return url;
    }

    @Override
    Map<String, String> headers(Map<String, String> headers) {
      return headers;
    }

    @Override
    public Object apply(Object value) {
      return value;
    }
  };

  private static final Pattern PARAMETER = Pattern.compile("(?<=[?&])([^=&]*)=([^&]*)");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{5,}");
  private static final String HIDDEN = "•••";

  /** Invented values by their URL-encoded form. */
  private final Map<String, String> nobodys;

  private TrialMask(Map<String, String> nobodys) {
    this.nobodys = nobodys;
  }

  /** The values of {@link SourceQuery#NOBODY} are invented and stay visible. */
  static TrialMask about(SourceQuery sourceQuery) {
    return new TrialMask(
        sourceQuery.equals(SourceQuery.NOBODY)
            ? sourceQuery.handles().stream()
                .map(Handle::value)
                .collect(Collectors.toMap(TrialMask::encoded, value -> value))
            : Map.of());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Keeps parameter names and paths, except long numbers and parts with an @ or a percent sign. */
  String url(String url) {
    int mark = url.indexOf('?');
    String path = mark < 0 ? url : url.substring(0, mark);
    int root = path.indexOf('/', path.indexOf("//") + 2);
    String below = java.util.Arrays.stream(path.substring(root).split("/", -1))
        .map(this::segment)
        .collect(Collectors.joining("/"));
    String query = mark < 0
        ? ""
        : PARAMETER
            .matcher(url.substring(mark))
            .replaceAll(found ->
                Matcher.quoteReplacement(found.group(1) + "=" + parameter(found.group(2))));
    return path.substring(0, root) + below + query;
  }

  private String segment(String text) {
    boolean personal = (text.contains("@") || text.contains("%")) && !nobodys.containsKey(text);
    return personal ? hidden(text) : LONG_NUMBER.matcher(text).replaceAll("0");
  }

  private String parameter(String value) {
    return nobodys.containsKey(value) || value.equals(HIDDEN) || value.matches("\\d{1,4}")
        ? value
        : hidden(value);
  }

  private static String hidden(String text) {
    return text.replaceAll("%[0-9A-F]{2}", "%").replaceAll("\\p{L}", "x").replaceAll("\\p{N}", "0");
  }

  Map<String, String> headers(Map<String, String> headers) {
    Map<String, String> shown = new TreeMap<>();
    headers.forEach((name, value) -> shown.put(
        name,
        name.matches("(?i)accept|user-agent|content-type") || value.equals(HIDDEN)
            ? value
            : hidden(value)));
    return shown;
  }

  /** Masks a value that the map and the shown requests use. */
  @Override
  public Object apply(Object value) {
    return PayloadMask.of(value, Set.copyOf(nobodys.values()));
  }
}
