package shopbell.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;

/** Configures Hazelcast to find the listed members by TCP alone, and to bind no other address than ours. */
final class HazelcastSettings {
  private HazelcastSettings() {}

  static Config config(ClusterSettings settings) {
    Config config = ConfigUtil.loadConfig().setClusterName(settings.protection().clusterName());
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.socket.server.bind.any", "false");
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    // a node that sends nothing for 10 s counts as gone; one with a broken connection, at once
    config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
    config.setProperty("hazelcast.max.no.heartbeat.seconds", "10");
    config.setProperty("hazelcast.merge.first.run.delay.seconds", "5");
    config.setProperty("hazelcast.merge.next.run.delay.seconds", "5");
    // it only stores which node listens to which address: a few rows
    config.setProperty("hazelcast.partition.count", "31");
    NetworkConfig network = config.getNetworkConfig();
    network
        .setPort(settings.port())
        .setPortAutoIncrement(false)
        .setPublicAddress(settings.host() + ":" + settings.publicPort());
    network.getInterfaces().setEnabled(true).addInterface(settings.host());
    JoinConfig join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setConnectionTimeoutSeconds(2);
    settings.members().forEach(join.getTcpIpConfig()::addMember);
    return config;
  }
}
