package shopbell.remote;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import shopbell.config.Secret;

/** Masks secrets in a request: the operator's own, and every value with the name of a secret. */
final class SecretMask {
  private static final String HIDDEN = "•••";
  private static final String NAMES =
      "(?i)[^?&=]*(auth|cookie|key|token|secret|password|signature)[^?&=]*";
  private static final Pattern NAME = Pattern.compile(NAMES);
  private static final Pattern PARAMETER = Pattern.compile("(?<=[?&])(" + NAMES + ")=[^&]*");

  private final List<String> values;

  SecretMask(RemoteSettings settings) {
    values = Stream.concat(settings.token().stream(), settings.password().stream())
        .map(Secret::reveal)
        .flatMap(
            secret -> Stream.of(secret, BaseAddress.query(Map.of("", secret)).substring(1)))
        .filter(secret -> !secret.isEmpty())
        .toList();
  }

  String url(String url) {
    return text(PARAMETER.matcher(url).replaceAll("$1=" + HIDDEN));
  }

  Map<String, String> headers(Iterable<Map.Entry<String, String>> headers) {
    Map<String, String> shown = new TreeMap<>();
    headers.forEach(one -> shown.put(one.getKey(), text(hidden(one.getKey(), one.getValue()))));
    return shown;
  }

  /** Of a body in plain values. */
  Object body(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> shown = new LinkedHashMap<>();
      map.forEach((name, inside) -> shown.put(
          name.toString(),
          inside instanceof String text ? text(hidden(name.toString(), text)) : body(inside)));
      return shown;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::body).toList();
    }
    return value instanceof String text ? text(text) : value;
  }

  private static String hidden(String name, String value) {
    return NAME.matcher(name).matches() ? HIDDEN : value;
  }

  private String text(String text) {
    String shown = text;
    for (String secret : values) {
      shown = shown.replace(secret, HIDDEN);
    }
    return shown;
  }
}
