package shopbell.remote;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shopbell.config.BadSettings;

/** Where a system lives: fixed by the operator, and no answer can lead a request anywhere else. */
record Address(String origin, String base) {
  /** {@code url} is http or https; BadSettings otherwise. */
  static Address of(String where, String url) {
    try {
      URI uri = URI.create(url.strip().replaceAll("/+$", ""));
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (!web
          || uri.getHost() == null
          || uri.getRawUserInfo() != null
          || uri.getRawQuery() != null) {
        throw new IllegalArgumentException("no web address");
      }
      String path = uri.getRawPath() == null ? "" : uri.getRawPath();
      return new Address(uri.getScheme() + "://" + uri.getRawAuthority(), path);
    } catch (IllegalArgumentException e) {
      throw new BadSettings(where + ".url is an address such as https://tickets.example.org");
    }
  }

  /** The address as the operator gave it. */
  String url() {
    return origin + (base.isEmpty() ? "/" : base);
  }

  /** Below this address; BROKEN for a path that points out of it. */
  String with(String path, Map<String, String> query) {
    String bare = path.startsWith(origin + "/") ? path.substring(origin.length()) : base + path;
    if (!bare.startsWith("/") || bare.contains("/../") || bare.startsWith("//")) {
      throw new CallFailed(CallFailed.Reason.BROKEN);
    }
    String parameters = new TreeMap<>(query)
        .entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    String sign = parameters.isEmpty() ? "" : bare.contains("?") ? "&" : "?";
    return origin + bare + sign + parameters;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
