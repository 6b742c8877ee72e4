package shopbell.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopbell.Certificates;
import shopbell.TwoNodes;
import shopbell.Waiting;
import shopbell.config.Settings;
import shopbell.metrics.Registry;

/** Nodes with certificates of one authority receive each other's messages, and no other. */
class NodesTlsIT {
  private static final String QUESTION = "name";
  private static final List<ClusterBus> RUNNING = new ArrayList<>();

  private static Certificates ours;
  private static Certificates theirs;
  private static String members;
  private static ClusterBus first;
  private static ClusterBus second;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    ours = Certificates.in(Files.createDirectory(folder.resolve("ours")));
    theirs = Certificates.in(Files.createDirectory(folder.resolve("theirs")));
    int port = TwoNodes.freePorts();
    members = "127.0.0.1:" + port;
    first = node("first", port, ours.node("first"));
    second = node("second", TwoNodes.freePorts(), ours.node("second"));
  }

  @AfterAll
  static void close() {
    RUNNING.forEach(node -> Waiting.on(node.vertx().close()));
  }

  private static ClusterBus node(String name, int port, Map<String, String> protection) {
    Map<String, String> settings = new HashMap<>(protection);
    settings.put("cluster.enabled", "true");
    settings.put("cluster.members", members);
    settings.put("cluster.port", String.valueOf(port));
    settings.put("database.url", "postgresql://shopbell:secret@127.0.0.1/shopbell");
    ClusterBus node = ClusterBus.of(Settings.of(settings));
    Waiting.on(node.start(new VertxOptions(), new MicrometerMetricsFactory(Registry.open())));
    node.answer(QUESTION, asked -> name);
    RUNNING.add(node);
    return node;
  }

  private static List<String> hears(ClusterBus node) {
    return Waiting.on(node.ask(QUESTION, ""));
  }

  private static void isLeftOut(Map<String, String> protection) {
    ClusterBus stranger = node("stranger", TwoNodes.freePorts(), protection);
    try {
      Waiting.until("it is a member all the same", () -> first.count() == 3);
      assertEquals(List.of(), hears(stranger), "it hears nobody");
      Waiting.until("the first hears the second", () -> hears(first).equals(List.of("second")));
    } finally {
      RUNNING.remove(stranger);
      Waiting.on(stranger.vertx().close());
      Waiting.until("it is gone", () -> first.count() == 2);
    }
  }

  @Test
  void twoWithCertificatesOfOneAuthorityHearEachOther() {
    Waiting.until("they hear", () -> hears(first).equals(List.of("second")));
    Waiting.until("both ways", () -> hears(second).equals(List.of("first")));
  }

  @Test
  void oneWithoutACertificateHearsNobodyAndIsHeardByNobody() {
    isLeftOut(Map.of("cluster.secret", ours.node("first").get("cluster.secret")));
  }

  @Test
  void oneWhoseCertificateAnotherAuthorityHasSignedIsLeftOutToo() {
    isLeftOut(theirs.node("stranger"));
  }

  @Test
  void oneWithoutTheSecretIsNoMember() {
    Map<String, String> another = new HashMap<>(ours.node("other"));
    another.put("cluster.secret", "another secret than theirs");
    ClusterBus apart = node("apart", TwoNodes.freePorts(), another);
    assertEquals(1, apart.count());
    assertEquals(2, first.count());
    assertEquals(List.of(), hears(apart));
    RUNNING.remove(apart);
    Waiting.on(apart.vertx().close());
  }
}
