package shopbell.ingress.connector;

import java.net.URI;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import shopbell.ingress.DoorRequest;
import shopbell.ingress.FormFields;

/** The signed content besides the body. */
final class SignedContent {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private SignedContent() {}

  /** With and without its port, because proxies and senders disagree about it. */
  static List<String> addresses(String url) {
    String bare = url.split("#", 2)[0];
    Set<String> ways = new LinkedHashSet<>(List.of(bare));
    try {
      URI uri = URI.create(bare);
      if (uri.getHost() != null) {
        String rest = bare.substring(
            bare.indexOf(uri.getRawAuthority()) + uri.getRawAuthority().length());
        String head = uri.getScheme() + "://" + uri.getHost();
        int standard = "https".equals(uri.getScheme()) ? HTTPS : HTTP;
        ways.add(head + rest);
        ways.add(head + ":" + (uri.getPort() == -1 ? standard : uri.getPort()) + rest);
      }
    } catch (IllegalArgumentException e) {
      // an unparseable address is used unchanged
    }
    return List.copyOf(ways);
  }

  /** Whether the body is a form. */
  static boolean form(DoorRequest request) {
    return request.mediaType().equals("application/x-www-form-urlencoded");
  }

  /** Whether the address contains the body's hash, as Twilio's does for JSON ({@code bodySHA256}). */
  static boolean hashed(DoorRequest request) {
    String hash =
        HexFormat.of().formatHex(SignatureAlgorithms.sha256(request.body().getBytes()));
    return Stream.of(request.url().replaceFirst("^[^?]*[?]?", "").split("&"))
        .anyMatch(part -> SignatureAlgorithms.same("bodySHA256=" + hash, part));
  }

  /** Every field of a form, name and value, in the order of the names (Twilio's rule). Empty when it is no form. */
  static String fields(DoorRequest request) {
    if (!form(request)) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, List<String>> field :
        new TreeMap<>(FormFields.decoded(request.body().toString()).raw()).entrySet()) {
      field.getValue().stream()
          .distinct()
          .sorted()
          .forEach(value -> text.append(field.getKey()).append(value));
    }
    return text.toString();
  }
}
