package shopbell.config;

import java.net.URI;
import java.util.Locale;

/**
 * {@code http.publicUrl}, split into its parts; all empty where none is configured.
 *
 * @param origin scheme and authority as browsers send them in {@code Origin}, without the scheme's own port
 * @param path below which a proxy shows us, such as {@code /desk}; empty at the root
 */
public record PublicAddress(String origin, String path) {
  /** InvalidConfiguration unless it is the address of a page. */
  static PublicAddress of(String text) {
    if (text.isBlank()) {
      return new PublicAddress("", "");
    }
    try {
      URI uri = URI.create(text.strip());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      String path = uri.getRawPath().replaceAll("/+$", "");
      boolean page = (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
      boolean plain = uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && uri.getRawUserInfo() == null
          && !path.contains("//")
          && !path.contains("..");
      if (page && plain) {
        int usual = scheme.equals("https") ? 443 : 80;
        String port = uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return new PublicAddress(scheme + "://" + host + port, path);
      }
    } catch (IllegalArgumentException malformed) {
      throw wrong();
    }
    throw wrong();
  }

  /** The name or IP address in it, without a port, in small letters; empty where none is configured. */
  public String host() {
    String host = origin.isEmpty() ? null : URI.create(origin).getHost();
    return host == null ? "" : host;
  }

  /** Whether browsers use https alone, according to the configuration. */
  public boolean secure() {
    return origin.startsWith("https:");
  }

  /** The whole address, without a slash at the end; empty where none is configured. */
  public String url() {
    return origin + path;
  }

  private static InvalidConfiguration wrong() {
    return new InvalidConfiguration(
        "http.publicUrl is the address at which browsers open the screen, such as https://desk.example.org or"
            + " https://www.example.org/desk");
  }
}
