package shopbell.security;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;

/**
 * The client address of a request behind the operator's own proxies: {@code Forwarded} (RFC 7239) or
 * {@code X-Forwarded-For} are read from a trusted proxy only, from the right, up to the first address that is no
 * trusted proxy. Entries left of it may be forged.
 */
public final class ClientAddress {
  private static final Pattern FOR =
      Pattern.compile("(?:^|;)\\s*for=\"?([^\";,]+)\"?", Pattern.CASE_INSENSITIVE);
  private static final Pattern PORT = Pattern.compile("^(\\d+[.]\\d+[.]\\d+[.]\\d+):\\d+$");
  private static final Pattern BRACKETS = Pattern.compile("^\\[([^\\]]+)\\](?::\\d+)?$");

  private final List<AddressRange> trusted;

  /** {@code proxies} in CIDR notation, separated by commas or blanks; throws IllegalArgumentException for any other text. */
  public ClientAddress(String proxies) {
    trusted = Arrays.stream(proxies.split("[,\\s]+"))
        .filter(text -> !text.isBlank())
        .map(AddressRange::of)
        .toList();
  }

  /** The key {@code http.trustedProxies}; InvalidConfiguration for an invalid one. */
  public static ClientAddress of(Settings settings) {
    try {
      return new ClientAddress(settings.text("http.trustedProxies"));
    } catch (IllegalArgumentException e) {
      throw new InvalidConfiguration(
          "http.trustedProxies is a list of addresses in CIDR notation, such as 10.0.0.0/8, ::1");
    }
  }

  /** A literal IP address; that of the nearest peer where the forwarding headers are missing, broken or not trusted. */
  public String of(HttpServerRequest request) {
    String peer = request.remoteAddress().hostAddress();
    return peer == null ? "" : of(peer, forwarded(request));
  }

  /** As {@link #of(HttpServerRequest)}, of the peer's address and the forwarded ones, the farthest first. */
  String of(String peer, List<String> forwarded) {
    String nearest = peer;
    List<String> back = new ArrayList<>(forwarded);
    Collections.reverse(back);
    for (String one : back) {
      Optional<String> address = trusts(nearest) ? literal(one) : Optional.empty();
      if (address.isEmpty()) {
        return nearest;
      }
      nearest = address.get();
    }
    return nearest;
  }

  private boolean trusts(String address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }

  private static List<String> forwarded(HttpServerRequest request) {
    List<String> standard = request.headers().getAll("Forwarded");
    boolean modern = !standard.isEmpty();
    return (modern ? standard : request.headers().getAll("X-Forwarded-For"))
        .stream()
            .flatMap(header -> Arrays.stream(header.split(",", -1)))
            .map(element -> modern ? source(element) : element.strip())
            .toList();
  }

  private static String source(String element) {
    Matcher matcher = FOR.matcher(element.strip());
    return matcher.find() ? matcher.group(1).strip() : "";
  }

  private static Optional<String> literal(String text) {
    String bare = PORT.matcher(BRACKETS.matcher(text).replaceFirst("$1")).replaceFirst("$1");
    try {
      AddressRange.literal(bare);
      return Optional.of(bare.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
