package shopbell.remote;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shopbell.config.InvalidConfiguration;

/** A system's base address: set by the operator, and no response can lead a request anywhere else. */
record BaseAddress(String origin, String base) {
  /**
   * {@code url} under the key {@code key}: https, or http to this very machine or where the operator allows it;
   * InvalidConfiguration otherwise.
   */
  static BaseAddress of(String key, String url, RemoteSettings settings) {
    URI uri = uri(key, url);
    boolean open = "http".equals(uri.getScheme());
    if (open && !settings.plainHttp() && !loopback(uri.getHost())) {
      throw new InvalidConfiguration(key + " sends secrets in the open: write https, or set "
          + settings.where() + ".plainHttp: true where the line is your own");
    }
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return new BaseAddress(uri.getScheme() + "://" + uri.getRawAuthority(), path);
  }

  private static URI uri(String key, String url) {
    try {
      URI uri = URI.create(url.strip().replaceAll("/+$", ""));
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (IllegalArgumentException noAddress) {
      // reported below
    }
    throw new InvalidConfiguration(key + " is an address such as https://tickets.example.org");
  }

  private static boolean loopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }

  /** The address as configured. */
  String url() {
    return origin + (base.isEmpty() ? "/" : base);
  }

  /** Below this address; ELSEWHERE for a path that points out of it. */
  String with(String path, Map<String, String> query) {
    String bare = path.startsWith(origin + "/") ? path.substring(origin.length()) : base + path;
    boolean ours = bare.startsWith("/")
        && !bare.startsWith("//")
        && bare.matches("[!-~&&[^\\\\#]]+")
        && !bare.split("[?]", 2)[0].matches("(?i).*/(\\.|%2e){2}(/.*)?");
    if (!ours) {
      throw new RemoteCallFailed(RemoteCallFailed.FailureReason.ELSEWHERE);
    }
    String parameters = query(query);
    String sign = parameters.isEmpty() ? "" : bare.contains("?") ? "&" : "?";
    return origin + bare + sign + parameters;
  }

  /** The query string, sorted by name. */
  static String query(Map<String, String> parameters) {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
