package shopbell.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;

/** Which cluster settings are valid, and the messages for those that are not. */
class ClusterSettingsTest {
  private static final String FILE = "pom.xml";

  private static final Map<String, String> GOOD = Map.of(
      "cluster.enabled", "true",
      "cluster.host", "10.0.0.1",
      "cluster.members", "10.0.0.1:5701, 10.0.0.2:5701",
      "cluster.secret", "a secret of all nodes",
      "cluster.certificateFile", FILE,
      "cluster.keyFile", FILE,
      "cluster.authorityFile", FILE,
      "cluster.privateNetwork", "true",
      "database.url", "postgresql://shopbell:secret@10.0.0.5:5432/shopbell");

  private static ClusterSettings with(Map<String, String> over) {
    Map<String, String> all = new HashMap<>(GOOD);
    all.putAll(over);
    return ClusterSettings.of(Settings.of(all));
  }

  @Test
  void aNodeListensAtOneAddressAndKnowsAllMembers() {
    ClusterSettings node = with(Map.of());
    assertTrue(node.enabled());
    assertEquals("10.0.0.1", node.host());
    assertEquals(List.of("10.0.0.1:5701", "10.0.0.2:5701"), node.members());
    assertEquals(5701, node.publicPort());
  }

  @Test
  void othersReachItElsewhereWherePortsAreMapped() {
    ClusterSettings node = with(Map.of("cluster.publicPort", "6701"));
    assertEquals(5701, node.port());
    assertEquals(6701, node.publicPort());
  }

  @Test
  void withoutBeingAskedForItIsAloneAndOnLoopback() {
    ClusterSettings alone = ClusterSettings.of(Settings.of(Map.of()));
    assertFalse(alone.enabled());
    assertEquals("127.0.0.1", alone.host());
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("database.url", "embedded:./data", "a database that all nodes share"),
        Arguments.of("cluster.port", "0", "cluster.port is a port from 1 to 65534"),
        Arguments.of("cluster.port", "65535", "cluster.port is a port from 1 to 65534"),
        Arguments.of("cluster.host", "0.0.0.0", "the one address of this machine"),
        Arguments.of("cluster.host", "::", "the one address of this machine"),
        Arguments.of("cluster.members", " ", "lists every node as host:port"),
        Arguments.of("cluster.members", "10.0.0.1", "10.0.0.1 has no port"),
        Arguments.of("cluster.secret", "short", "at least 16 characters"),
        Arguments.of("cluster.keyFile", "", "belong together"),
        Arguments.of("cluster.authorityFile", "nowhere.pem", "cannot be read: nowhere.pem"),
        Arguments.of("cluster.privateNetwork", "false", "cluster.privateNetwork"),
        Arguments.of("cluster.privateNetwork", "yes", "is true or false"),
        Arguments.of("cluster.enabled", "yes", "cluster.enabled is true or false"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "node-1", "fd00::1"})
  void aNodeThatOtherMachinesReachIsProtectedOrDoesNotStart(String host) {
    Map<String, String> bare = new HashMap<>(GOOD);
    List.of("secret", "certificateFile", "keyFile", "authorityFile", "privateNetwork")
        .forEach(key -> bare.remove("cluster." + key));
    bare.put("cluster.host", host);
    assertTrue(says(bare).startsWith("cluster.secret is missing"), says(bare));
    bare.put("cluster.secret", GOOD.get("cluster.secret"));
    assertTrue(says(bare).startsWith("cluster.certificateFile, "), says(bare));
    for (String key : List.of("certificateFile", "keyFile", "authorityFile")) {
      bare.put("cluster." + key, FILE);
    }
    assertTrue(says(bare).startsWith("cluster.privateNetwork"), says(bare));
    bare.put("cluster.privateNetwork", "true");
    assertTrue(ClusterSettings.of(Settings.of(bare)).protection().privateNetwork());
  }

  private static String says(Map<String, String> settings) {
    return assertThrows(InvalidConfiguration.class, () -> ClusterSettings.of(Settings.of(settings)))
        .getMessage();
  }

  @Test
  void aNodeOnLoopbackNeedsNoProtection() {
    ClusterSettings node = ClusterSettings.of(Settings.of(Map.of(
        "cluster.enabled", "true",
        "cluster.members", "127.0.0.1:5701",
        "database.url", GOOD.get("database.url"))));
    assertTrue(node.protection().files().isEmpty());
  }

  @Test
  void theNameOfTheClusterTellsItsSecretToNobody() {
    String name = with(Map.of()).protection().clusterName();
    assertFalse(name.contains(GOOD.get("cluster.secret")));
    String other =
        with(Map.of("cluster.secret", "another secret of all")).protection().clusterName();
    assertFalse(name.equals(other));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refused")
  void settingsThatCannotWorkStopTheStartWithAReason(String key, String value, String says) {
    String told =
        assertThrows(InvalidConfiguration.class, () -> with(Map.of(key, value))).getMessage();
    assertTrue(told.contains(says), told);
  }
}
