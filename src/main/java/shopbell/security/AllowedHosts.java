package shopbell.security;

import io.vertx.core.Handler;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import shopbell.config.HttpAddress;
import shopbell.config.InvalidConfiguration;
import shopbell.config.ListenAddress;
import shopbell.config.Settings;
import shopbell.model.Rejected;

/**
 * Refuses a browser's request whose host name is not ours (DNS rebinding: another site points its own name at our
 * address, and its page is then taken for one of ours).
 *
 * <p>IP literals always pass, because they cannot be rebound; so do {@code localhost} and the names below it, which
 * browsers never resolve by DNS (W3C Secure Contexts, 5.2). Ports are ignored: a rebound page has a foreign name.
 */
public final class AllowedHosts implements Handler<RoutingContext> {
  private static final String LOCALHOST = "localhost";

  private final Set<String> names = new HashSet<>(Set.of(LOCALHOST));

  private AllowedHosts(Set<String> names) {
    this.names.addAll(names);
  }

  /**
   * The host that is bound, that of {@code http.publicUrl} and those of {@code http.allowedHosts}; InvalidConfiguration
   * for an invalid name.
   */
  public static AllowedHosts of(Settings settings, ListenAddress bound) {
    Set<String> names = new HashSet<>(Set.of(lower(bound.host())));
    names.add(HttpAddress.of(settings).shown().host());
    Arrays.stream(settings.text("http.allowedHosts").split("[,\\s]+", -1))
        .filter(name -> !name.isEmpty())
        .forEach(name -> names.add(checked(lower(name))));
    names.remove("");
    return new AllowedHosts(names);
  }

  /** MISDIRECTED for a name that is not ours. */
  @Override
  public void handle(RoutingContext ctx) {
    HostAndPort host = ctx.request().authority();
    // a request without a host is HTTP/1.0, which no browser uses
    if (host == null || allows(host.host())) {
      ctx.next();
    } else {
      ctx.fail(
          new Rejected(
              Rejected.Reason.MISDIRECTED,
              "This server does not know the name in the address. Its operator sets http.publicUrl to the address at which"
                  + " browsers open it, and adds further names to http.allowedHosts. At an IP address it answers without."));
    }
  }

  /** {@code host} without a port; an IPv6 address with or without its brackets. */
  boolean allows(String host) {
    String name = lower(host);
    return names.contains(name) || name.endsWith("." + LOCALHOST) || literal(name);
  }

  private static boolean literal(String name) {
    boolean brackets = name.startsWith("[") && name.endsWith("]");
    try {
      AddressRange.literal(brackets ? name.substring(1, name.length() - 1) : name);
      return true;
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private static String checked(String name) {
    if (!name.matches("[a-z0-9_]([a-z0-9._-]*[a-z0-9])?")) {
      throw new InvalidConfiguration(
          "http.allowedHosts are names such as desk.lan, with commas between them and without a port");
    }
    return name;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
