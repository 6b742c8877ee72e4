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
 * Takes what is personal out of a tried question: what stays is its shape. A map is run on masked values, as one that
 * somebody has written for it could spell what it reads in forms that no mask of its results finds.
 */
class TrialMask implements UnaryOperator<Object> {
  /** Everything as it is. */
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

  /** Texts that are nobody's, in the form of an address. */
  private final Map<String, String> nobodys;

  private TrialMask(Map<String, String> nobodys) {
    this.nobodys = nobodys;
  }

  /** What nobody is asked about by is invented and may be seen. */
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

  /** Names of parameters stay, and so do paths, but for long numbers and whatever has an @ or a percent sign. */
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

  /** A value that the map and the shown requests are made of. */
  @Override
  public Object apply(Object value) {
    return PayloadMask.of(value, Set.copyOf(nobodys.values()));
  }
}
