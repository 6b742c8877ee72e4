package shopbell.config;

import java.util.List;

/**
 * The address and port at which a part of the program listens.
 *
 * @param section the prefix of its keys: {@code http} or {@code management}
 * @param port 0 lets the system choose one
 */
public record ListenAddress(String section, String host, int port) {
  private static final int HIGHEST_PORT = 65_535;

  public ListenAddress {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new InvalidConfiguration(section + ".port is a port from 0 to " + HIGHEST_PORT);
    }
  }

  /** The keys {@code host} and {@code port} of {@code section}. */
  public static ListenAddress of(Settings settings, String section) {
    return new ListenAddress(
        section, settings.text(section + ".host"), settings.port(section + ".port"));
  }

  /** Whether it is bound at every address of this machine. */
  public boolean everywhere() {
    return List.of("0.0.0.0", "::").contains(host);
  }

  /** Whether only this machine reaches it. */
  public boolean loopback() {
    return host.matches("localhost|127\\..*|\\[?::1]?");
  }

  /** The address for programs on this machine, with the port that was bound, without a slash at the end. */
  public String url(int boundPort) {
    String near = everywhere() ? "127.0.0.1" : host;
    return "http://" + (near.contains(":") ? "[" + near + "]" : near) + ":" + boundPort;
  }
}
