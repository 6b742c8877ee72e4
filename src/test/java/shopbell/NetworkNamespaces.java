package shopbell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two machines as network namespaces, each with a link to this one, by which agents, doors and PostgreSQL are reached,
 * and a link to a switch between the two; needs root and {@code ip} of iproute2. Addresses are of 198.18.0.0/15, which
 * RFC 2544 reserves for such tests.
 */
final class NetworkNamespaces implements AutoCloseable {
  private static final String SWITCH = "switch";

  private static final String MARK = "shopbell";
  private static final List<String> MACHINES = List.of("1", "2", SWITCH);

  /** Everything is connected; what a run that was killed has left is taken away before. */
  static NetworkNamespaces open() {
    NetworkNamespaces networkNamespaces = new NetworkNamespaces();
    Runtime.getRuntime().addShutdownHook(new Thread(networkNamespaces::close));
    networkNamespaces.close();
    try {
      MACHINES.forEach(NetworkNamespaces::machine);
      ip("-n", name(SWITCH), "link", "add", "bridge", "type", "bridge");
      ip("-n", name(SWITCH), "link", "set", "bridge", "up");
      networkNamespaces.node(1);
      networkNamespaces.node(2);
      return networkNamespaces;
    } catch (AssertionError e) {
      networkNamespaces.close();
      throw e;
    }
  }

  /** The prefix of a command that runs on machine {@code number}, 1 or 2. */
  List<String> on(int number) {
    return List.of("ip", "netns", "exec", name("" + number));
  }

  /** Where machine {@code number} is reached from here. */
  static String house(int number) {
    return "198.18." + number + ".2";
  }

  /** Where machine {@code number} reaches this one. */
  static InetAddress here(int number) {
    try {
      return InetAddress.getByAddress(new byte[] {(byte) 198, 18, (byte) number, 1});
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Where machine {@code number} is reached from the other. */
  static String cluster(int number) {
    return "198.18.9." + number;
  }

  /** Takes its link out of the switch: nothing passes, and neither side is notified. */
  void cut(int number) {
    ip("-n", name(SWITCH), "link", "set", "port" + number, "nomaster");
  }

  void mend(int number) {
    ip("-n", name(SWITCH), "link", "set", "port" + number, "master", "bridge");
  }

  private void node(int number) {
    String node = name("" + number);
    String here = home(number);
    ip("link", "add", here, "type", "veth", "peer", "name", "house", "netns", node);
    ip("addr", "add", here(number).getHostAddress() + "/24", "dev", here);
    ip("link", "set", here, "up");
    up(node, "house", house(number));
    String port = "port" + number;
    ip(
        "-n",
        node,
        "link",
        "add",
        "cluster",
        "type",
        "veth",
        "peer",
        "name",
        port,
        "netns",
        name(SWITCH));
    up(node, "cluster", cluster(number));
    ip("-n", name(SWITCH), "link", "set", port, "up");
    mend(number);
  }

  private static void machine(String name) {
    ip("netns", "add", name(name));
    ip("-n", name(name), "link", "set", "lo", "up");
  }

  private static void up(String node, String wire, String address) {
    ip("-n", node, "addr", "add", address + "/24", "dev", wire);
    ip("-n", node, "link", "set", wire, "up");
  }

  private static String home(int number) {
    return MARK + number;
  }

  private static String name(String machine) {
    return MARK + "-" + machine;
  }

  private static void ip(String... words) {
    List<String> line = new ArrayList<>(List.of("ip"));
    line.addAll(List.of(words));
    String said = say(line);
    if (!said.isEmpty()) {
      throw new AssertionError(String.join(" ", line) + ": " + said);
    }
  }

  /** What the command prints; these say nothing when all is well. */
  private static String say(List<String> line) {
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new AssertionError("this needs root, and ip of iproute2", e);
    }
  }

  /** Ends what runs on the machines; wires go with the machines they lead to, but only some time after. */
  @Override
  public void close() {
    Stream.of(1, 2)
        .map(NetworkNamespaces::home)
        .filter(wire -> Files.exists(Path.of("/sys/class/net", wire)))
        .forEach(wire -> ip("link", "del", wire));
    MACHINES.stream()
        .map(NetworkNamespaces::name)
        .filter(machine -> Files.exists(Path.of("/run/netns", machine)))
        .forEach(machine -> {
          say(List.of("ip", "netns", "pids", machine)).lines().forEach(NetworkNamespaces::end);
          ip("netns", "del", machine);
        });
  }

  private static void end(String pid) {
    ProcessHandle.of(Long.parseLong(pid)).ifPresent(process -> {
      process.destroyForcibly();
      process.onExit().join();
    });
  }
}
