package shopbell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import shopbell.scheduling.Intervals;

/** Two nodes of one shop in one process, on one database. */
public record TwoNodes(String database, RunningShop a, RunningShop b) implements AutoCloseable {
  /** Pings so often that an ended session is noticed within a second. */
  private static final Intervals OFTEN = RunningShop.pinging(Duration.ofSeconds(1));

  static TwoNodes open() {
    return open(Map.of());
  }

  /** The same with {@code over} in the place of some settings. */
  static TwoNodes open(Map<String, String> over) {
    int first = freePorts();
    int second = freePorts();
    String members = "127.0.0.1:" + first + ",127.0.0.1:" + second;
    String database = RunningShop.freshDatabase();
    return new TwoNodes(
        database,
        RunningShop.open(with(over, node(database, members, first)), OFTEN),
        RunningShop.open(with(over, node(database, members, second)), OFTEN));
  }

  private static Map<String, String> with(Map<String, String> over, Map<String, String> node) {
    Map<String, String> both = new HashMap<>(node);
    both.putAll(over);
    return both;
  }

  /** What makes a shop a node of the cluster {@code members}. */
  static Map<String, String> node(String database, String members, int port) {
    return new HashMap<>(Map.of(
        "database.url",
        database,
        "cluster.enabled",
        "true",
        "cluster.members",
        members,
        "cluster.port",
        Integer.toString(port)));
  }

  /** The first of two consecutive free ports. */
  public static int freePorts() {
    while (true) {
      try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        if (free(first.getLocalPort() + 1)) {
          return first.getLocalPort();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static boolean free(int port) {
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return taken.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    a.close();
    b.close();
  }
}
