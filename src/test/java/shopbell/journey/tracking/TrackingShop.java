package shopbell.journey.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import shopbell.Answer;
import shopbell.RunningShop;
import shopbell.Waiting;
import shopbell.security.ApiKeyScope;

/** A shop with a write key, and an admin key to check the stored visits. */
public record TrackingShop(RunningShop shop, String writeKey, String admin)
    implements AutoCloseable {
  /** With the usual settings. */
  public static TrackingShop open() {
    return open(Map.of());
  }

  static TrackingShop open(Map<String, String> settings) {
    RunningShop shop = RunningShop.open(settings);
    return new TrackingShop(shop, shop.key(ApiKeyScope.JOURNEY), shop.key(ApiKeyScope.ADMIN));
  }

  /** A message of the tracking API, with pairs of names and values. */
  public static Map<String, Object> message(Object... pairs) {
    Map<String, Object> message = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      message.put(pairs[i].toString(), pairs[i + 1]);
    }
    return message;
  }

  /** Sends one message with the write key. */
  public Answer send(String path, Object message) {
    return shop.call("POST", path)
        .header("Authorization", CapturedRequest.basic(writeKey))
        .json(message)
        .send();
  }

  /** Sends several in one request. */
  public Answer batch(Object... messages) {
    return send("/v1/batch", Map.of("batch", List.of(messages)));
  }

  /** The one customer that {@code words} find; waits until there is one. */
  public JsonNode customer(String words) {
    String path = "/api/v1/customers?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    Waiting.until(words + " is found", () -> !read(path).path("items").isEmpty());
    return read("/api/v1/customers/" + read(path).at("/items/0/id").asText());
  }

  /** The names of a customer's steps, newest first. */
  public List<String> steps(JsonNode card) {
    return timeline(card).stream()
        .filter(item -> item.path("kind").asText().equals("touchpoint"))
        .map(item -> item.path("name").asText())
        .toList();
  }

  List<JsonNode> timeline(JsonNode card) {
    JsonNode items = read("/api/v1/customers/" + card.at("/customer/id").asText() + "/timeline")
        .path("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  private JsonNode read(String path) {
    return shop.call("GET", path).key(admin).send().expect(200).json();
  }

  @Override
  public void close() {
    shop.close();
  }
}
