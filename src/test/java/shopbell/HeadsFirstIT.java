package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is read after its head has been admitted, and the bodies of a door have a bounded share of the memory. */
class HeadsFirstIT {
  private static final int MIB = 1024 * 1024;
  private static final int MANY = 60;
  private static final String SIGNED = """
      name: signed
      door:
        verify: {algorithm: hmac-sha256, header: X-Sign, content: "{body}", encoding: hex}
        map: |
          {"type": "shopbell.touchpoint", "id": "1", "data": {"name": "n", "customer": {"kind": "phone", "value": "+49301"}}}
      """;

  @TempDir
  private static Path folder;

  private static RunningShop shop;

  @BeforeAll
  static void open() throws IOException {
    Files.writeString(folder.resolve("signed.yaml"), SIGNED);
    shop = RunningShop.open(Map.of(
        "connectors.folder",
        folder.toString(),
        "ingress.signed.kind",
        "signed",
        "ingress.signed.authToken",
        RunningShop.SIGNING_TOKEN));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/in/events",
        "/in/zammad-cti/wrong",
        "/in/twilio-voice",
        "/in/twilio-taskrouter",
        "/in/signed",
        "/api/v1/customers",
        "/api/v1/mapping/try",
        "/v1/batch",
        "/v1/track?writeKey=wrong"
      })
  void aSenderWithoutAKeyIsRefusedBeforeTheBodyArrives(String path) {
    String key = "Authorization: Bearer wrong\r\n";
    String json = "Content-Type: application/json\r\n";
    try (IncompletePost sent = IncompletePost.open(shop.url(), path, key + json, MIB)) {
      assertEquals(401, sent.status(5));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/in/events", "/in/zammad-cti", "/v1/track"})
  void aBodyThatIsSaidToBeTooLargeIsNotAwaited(String path) {
    String keys = "Authorization: Bearer "
        + (path.startsWith("/in")
            ? RunningShop.KEY
            : shop.key(shopbell.security.ApiKeyScope.JOURNEY))
        + "\r\n";
    try (IncompletePost sent = IncompletePost.open(shop.url(), path, keys, MIB + 1)) {
      assertEquals(413, sent.status(5));
    }
  }

  @Test
  void onlyTheBeginningOfABatchIsSearchedForItsKey() {
    try (IncompletePost sent = IncompletePost.open(shop.url(), "/v1/batch", "", 4 * MIB)) {
      sent.write("{\"batch\":[" + " ".repeat(40 * 1024));
      assertEquals(401, sent.status(5));
    }
  }

  @Test
  void aSignatureIsLookedAtBeforeTheBodyIsHashedForIt() {
    String nine = "X-Sign: " + "00, ".repeat(9) + "\r\n";
    try (IncompletePost sent = IncompletePost.open(shop.url(), "/in/signed", nine, MIB)) {
      assertEquals(401, sent.status(5));
    }
  }

  @Test
  void aConnectionServesTheNextRequestBehindAShortBodyThatIsRefused() {
    try (IncompletePost sent = IncompletePost.open(shop.url(), "/in/events", "", 60 * 1024)) {
      assertEquals(401, sent.status(5));
      assertTrue(sent.write("x".repeat(60 * 1024)));
      assertTrue(sent.next("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
          .contains("HTTP/1.1 200"));
    }
  }

  @Test
  void slowBodiesLeaveRoomForASmallOne() {
    List<IncompletePost> slow = new ArrayList<>();
    try {
      String beginning = "x".repeat(9 * MIB / 10);
      for (int i = 0; i < MANY; i++) {
        IncompletePost sent = IncompletePost.open(shop.url(), "/in/signed", "X-Sign: 00\r\n", MIB);
        slow.add(sent);
        sent.write(beginning);
      }
      shop.call("POST", "/in/signed")
          .header("X-Sign", "00")
          .body("application/json", "{}")
          .send()
          .problem(401);
      shop.tell(Event.ringing(UUID.randomUUID().toString(), "+49301", "anna"));
      long held = Runtime.getRuntime().maxMemory() / 8 / 6;
      Set<IncompletePost> refused = new HashSet<>();
      Waiting.until("all that have no room are refused", () -> {
        slow.stream().filter(sent -> sent.statusSoFar() == 503).forEach(refused::add);
        return refused.size() >= MANY - held / (9 * MIB / 10) - 1;
      });
    } finally {
      slow.forEach(IncompletePost::close);
    }
  }
}
