package shopbell.journey.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.journey.tracking.TrackingShop.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shopbell.Answer;
import shopbell.security.ApiKeyScope;

/** Who may send, what is refused and how, and that one invalid message does not affect valid ones. */
class TrackingApiIT {
  private static TrackingShop trackingShop;

  @BeforeAll
  static void open() {
    trackingShop = TrackingShop.open();
  }

  @AfterAll
  static void close() {
    trackingShop.close();
  }

  private static Answer post(String path, String body) {
    return trackingShop.shop().call("POST", path).body("text/plain", body).send();
  }

  private static String track(String more) {
    return "{\"event\":\"Clicked\",\"userId\":\"u\"" + more + "}";
  }

  @Test
  void theKeyStandsWhereTheClientsPutIt() {
    String key = trackingShop.writeKey();
    post("/v1/track", track(",\"writeKey\":\"" + key + "\"")).expect(200);
    post("/v1/batch", "{\"batch\":[],\"writeKey\":\"" + key + "\"}").expect(200);
    post(
            "/v1/batch",
            "{\"batch\":[{\"type\":\"track\",\"event\":\"a\",\"userId\":\"u\",\"writeKey\":\"" + key
                + "\"}]}")
        .expect(200);
    post("/beacon/v1/batch?writeKey=" + key, "{\"batch\":[]}").expect(200);
    trackingShop
        .shop()
        .call("POST", "/v1/track")
        .key(key)
        .body("text/plain", track(""))
        .send()
        .expect(200);
  }

  @Test
  void withoutAKeyOrWithAWrongOneNothingIsKept() {
    assertEquals(
        "failed to read writekey from header",
        post("/v1/track", track("")).problem(401).path("detail").asText());
    assertEquals(
        "invalid write key",
        post("/v1/t?writeKey=wrong", track("")).problem(401).path("detail").asText());
    String read = trackingShop.shop().key(ApiKeyScope.READ);
    post("/v1/t?writeKey=" + read, track("")).problem(403);
    String admin = trackingShop.admin();
    post("/v1/t?writeKey=" + admin, track("")).expect(200);
  }

  static Stream<String> broken() {
    return Stream.of(
        "",
        "{",
        "[]",
        "null",
        "\"text\"",
        "17",
        "{\"event\":\"a\"}",
        "{\"userId\":\"u\"}",
        "{\"event\":\"\",\"userId\":\"u\"}",
        "{\"event\":17.5,\"userId\":{}}",
        track(",\"event\":\"twice\""),
        track(",\"properties\":[]"),
        track(",\"properties\":{\"a\":\"\\u0000\"}"),
        track(",\"messageId\":[]"),
        "{\"event\":\"" + "x".repeat(201) + "\",\"userId\":\"u\"}",
        "{\"event\":\"a\",\"userId\":\"" + "x".repeat(300) + "\"}",
        "{\"event\":\"a\",\"userId\":\"\\u0000\"}",
        track(",\"a\":" + "[".repeat(60) + "]".repeat(60)),
        track(",\"properties\":{\"a\":\"" + "x".repeat(100_000) + "\"}"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void anUnreadableRequestIsRefusedWithAReason(String body) {
    Answer answer = trackingShop
        .shop()
        .call("POST", "/v1/track")
        .header("Authorization", CapturedRequest.basic(trackingShop.writeKey()))
        .body("application/json", body)
        .send();
    assertTrue(answer.status() == 400 || answer.status() == 422, answer::text);
    answer.problem(answer.status());
  }

  static Stream<String> odd() {
    return Stream.of(
        track(",\"timestamp\":\"yesterday\""),
        track(",\"timestamp\":{}"),
        track(",\"timestamp\":\"2015-2-02T00:30:08.276Z\""),
        track(",\"timestamp\":1795417883676"),
        track(
            ",\"timestamp\":\"+999999999-12-31T23:59:59Z\",\"sentAt\":\"-999999999-01-01T00:00:00Z\""),
        track(",\"timestamp\":\"1812-01-01T00:00:00Z\""),
        track(",\"timestamp\":\"2199-01-01T00:00:00Z\""),
        track(",\"properties\":{\"a\":\"\\ud83d\",\"ä\":\"€ ☃ مرحبا\"}"),
        track(",\"context\":\"none\""),
        track(",\"context\":{\"page\":[]}"),
        track(",\"properties\":{\"nested\":{\"a\":[1,{\"b\":null}]},\"null\":null}"),
        "{\"event\":\"a\",\"userId\":17}",
        track(",\"anonymousId\":null"));
  }

  @ParameterizedTest
  @MethodSource("odd")
  void anUnusualButClearRequestIsStored(String body) {
    trackingShop
        .shop()
        .call("POST", "/v1/track")
        .header("Authorization", CapturedRequest.basic(trackingShop.writeKey()))
        .body("application/json", body)
        .send()
        .expect(200);
  }

  @Test
  void oneBadMessageOfABatchCostsNoGoodOne() {
    Answer answer = trackingShop.batch(
        message("type", "identify", "userId", "U-good", "traits", Map.of("name", "Gerda Gut")),
        message("type", "track", "userId", "U-good"),
        "no message",
        message("type", "dance", "userId", "U-good"),
        message("type", "track", "event", "nobody's"),
        message("type", "track", "userId", "U-good", "event", "good"));
    JsonNode refused = answer.expect(200).json().path("refused");
    assertEquals(
        List.of(1, 2, 3, 4),
        Stream.of(0, 1, 2, 3).map(i -> refused.at("/" + i + "/index").asInt()).toList());
    assertEquals(
        "request neither has anonymousId nor userId",
        refused.at("/3/detail").asText().replaceFirst("^/\\S+ ", ""));
    assertEquals(List.of("good"), trackingShop.steps(trackingShop.customer("Gerda Gut")));
  }

  @Test
  void aBatchOfBadMessagesAloneIsRefused() {
    trackingShop.batch(message("type", "track", "userId", "u")).problem(400);
    trackingShop.send("/v1/batch", Map.of()).problem(422);
    trackingShop.send("/v1/batch", Map.of("batch", "none")).problem(422);
  }

  @Test
  void bodiesHaveLimits() {
    String filler = " ".repeat(1024 * 1024);
    trackingShop.send("/v1/track", track(filler)).problem(413);
    String batch = "{\"batch\":[]" + filler.repeat(4) + "}";
    post("/v1/batch?writeKey=" + trackingShop.writeKey(), batch).problem(413);
    post("/v1/batch?writeKey=" + trackingShop.writeKey(), "{\"batch\":[]" + filler.repeat(3) + "}")
        .expect(200);
    byte[] bomb = CapturedRequest.gzip(batch.getBytes(StandardCharsets.UTF_8));
    trackingShop
        .shop()
        .call("POST", "/v1/batch?writeKey=" + trackingShop.writeKey())
        .header("Content-Encoding", "gzip")
        .body("application/json", bomb)
        .send()
        .problem(413);
  }

  @Test
  void aBatchHasAsManyMessagesAsSegmentTakes() {
    List<Object> most =
        Collections.nCopies(2_500, message("type", "page", "userId", "many", "messageId", "m"));
    trackingShop.send("/v1/batch", Map.of("batch", most)).expect(200);
    List<Object> more = new ArrayList<>(most);
    more.add(message("type", "page", "userId", "many"));
    trackingShop.send("/v1/batch", Map.of("batch", more)).problem(413);
  }

  @Test
  void aBodyWithAnUnknownOrBrokenEncodingIsRefused() {
    trackingShop
        .shop()
        .call("POST", "/v1/t")
        .header("Content-Encoding", "br")
        .body("text/plain", "x")
        .send()
        .problem(415);
    byte[] broken = {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3};
    trackingShop
        .shop()
        .call("POST", "/v1/t?writeKey=" + trackingShop.writeKey())
        .header("Content-Encoding", "gzip")
        .body("text/plain", broken)
        .send()
        .problem(400);
  }

  @Test
  void theBrowserClientOfSegmentGetsItsSettings() {
    Answer answer = trackingShop
        .shop()
        .call("GET", "/v1/projects/" + trackingShop.writeKey() + "/settings")
        .send()
        .expect(200);
    JsonNode own = answer.json().at("/integrations/Segment.io");
    assertEquals(trackingShop.writeKey(), own.path("apiKey").asText());
    assertTrue(own.path("apiHost").asText().endsWith("/v1"));
    assertFalse(trackingShop
        .shop()
        .call("GET", "/v1/projects/wrong/settings")
        .send()
        .problem(401)
        .isEmpty());
    trackingShop.shop().call("GET", "/sourceConfig/?writeKey=wrong").send().problem(401);
  }
}
