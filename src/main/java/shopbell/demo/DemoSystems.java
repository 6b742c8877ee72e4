package shopbell.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo's telephone system, chat and shop: like real ones, they only have an address and a key. */
final class DemoSystems {
  private static final Logger LOG = LoggerFactory.getLogger(DemoSystems.class);

  private final WebClient client;
  private final String url;
  private final String doorKey;
  private final String readKey;
  private final String writeKey;
  private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis());

  /**
   * {@code doorKey} for telephony and events, {@code readKey} to list connected agents, {@code writeKey} for visits.
   */
  DemoSystems(Vertx vertx, String url, String doorKey, String readKey, String writeKey) {
    this.client = WebClient.create(vertx);
    this.url = url;
    this.doorKey = doorKey;
    this.readKey = readKey;
    this.writeKey = writeKey;
  }

  /** A new id for a call, chat or event. */
  String fresh() {
    return Long.toString(numbers.incrementAndGet(), 36);
  }

  /** Sends an event of the PBX, in Zammad's CTI dialect. */
  void pbx(JsonObject event) {
    webhook("pbx", event);
  }

  /** Sends a system's request to the door {@code door}, in that system's format. */
  Future<Void> webhook(String door, JsonObject event) {
    return client
        .postAbs(url + "/in/" + door + "/" + doorKey)
        .sendJsonObject(event)
        .onFailure(DemoSystems::lost)
        .mapEmpty();
  }

  /** Sends one CloudEvent. */
  Future<Void> event(String type, Instant at, JsonObject data) {
    JsonObject event = new JsonObject()
        .put("specversion", "1.0")
        .put("type", type)
        .put("source", "/demo")
        .put("id", fresh())
        .put("time", at.toString())
        .put("data", data);
    return client
        .postAbs(url + "/in/events")
        .bearerTokenAuthentication(doorKey)
        .putHeader("Content-Type", "application/cloudevents+json")
        .sendBuffer(event.toBuffer())
        .onFailure(DemoSystems::lost)
        .mapEmpty();
  }

  /** Sends messages of one browser, as Segment's clients do. */
  Future<Void> visits(JsonArray batch, Instant now) {
    return client
        .postAbs(url + "/v1/batch")
        .basicAuthentication(writeKey, "")
        .sendJsonObject(new JsonObject().put("batch", batch).put("sentAt", now.toString()))
        .onFailure(DemoSystems::lost)
        .mapEmpty();
  }

  /** The connected agents, who could take a call. */
  Future<List<JsonObject>> seats() {
    return client
        .getAbs(url + "/api/v1/agents")
        .bearerTokenAuthentication(readKey)
        .send()
        .map(answer -> answer.bodyAsJsonObject().getJsonArray("items", new JsonArray()))
        .map(items -> items.stream().map(JsonObject.class::cast).toList());
  }

  void close() {
    client.close();
  }

  private static void lost(Throwable failure) {
    LOG.debug("a request of the demo failed: {}", failure.getClass().getSimpleName());
  }
}
