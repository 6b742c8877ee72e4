package shopbell.cluster;

import java.util.ArrayList;
import java.util.List;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;

/**
 * Whether this node is one of several, and how they find each other.
 *
 * @param host the address of this machine the others reach it at; no other address is bound
 * @param port where nodes find each other; the event bus listens on the next one
 * @param publicPort where the others reach {@code port}, and by the next one the event bus; another where ports are
 *     mapped
 * @param members every node of the cluster, as {@code host:port}; this one may be among them
 * @param protection keeps strangers out
 */
record ClusterSettings(
    boolean enabled,
    String host,
    int port,
    int publicPort,
    List<String> members,
    ClusterProtection protection) {
  private static final int HIGHEST_PORT = 65_534;

  ClusterSettings {
    members = List.copyOf(members);
  }

  /**
   * InvalidConfiguration for settings that cannot work, such as several nodes on a database that only one of them has.
   */
  static ClusterSettings of(Settings settings) {
    boolean enabled = ClusterProtection.flag(settings, "cluster.enabled");
    String given = settings.text("cluster.publicPort");
    int port = settings.port("cluster.port");
    ClusterSettings made = new ClusterSettings(
        enabled,
        settings.text("cluster.host"),
        port,
        given.isBlank() ? port : settings.port("cluster.publicPort"),
        members(settings.text("cluster.members")),
        ClusterProtection.of(settings));
    if (enabled) {
      if (settings.text("database.url").startsWith("embedded:")) {
        throw new InvalidConfiguration(
            "cluster.enabled needs a database that all nodes share: set database.url to"
                + " postgresql://user:password@host:port/name, or cluster.enabled to false");
      }
      made.check();
    }
    return made;
  }

  private void check() {
    if (port == 0 || port > HIGHEST_PORT) {
      throw new InvalidConfiguration("cluster.port is a port from 1 to " + HIGHEST_PORT
          + ": the other nodes have to know it, and the event bus takes the next one");
    }
    if (List.of("", "0.0.0.0", "::").contains(host)) {
      throw new InvalidConfiguration(
          "cluster.host is the one address of this machine the other nodes reach it at:"
              + " every machine that reaches it can act as a node");
    }
    if (members.isEmpty()) {
      throw new InvalidConfiguration(
          "cluster.members lists every node as host:port, such as 10.0.0.1:5701, 10.0.0.2:5701");
    }
    protection.check(host);
  }

  private static List<String> members(String listed) {
    List<String> members = new ArrayList<>();
    for (String member : listed.strip().split("[,\\s]+", -1)) {
      if (member.isEmpty()) {
        continue;
      }
      if (!member.matches(".+:\\d{1,5}")) {
        throw new InvalidConfiguration(
            "cluster.members lists every node as host:port; " + member + " has no port");
      }
      members.add(member);
    }
    return members;
  }
}
