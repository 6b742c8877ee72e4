package shopbell.demo;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** One visitor of the shop as its tracking snippet reports it, in the words of Segment's HTTP API. */
final class VisitScenario {
  private final DemoSystems demoSystems;
  private final String cookie;

  /** A browser without a signed-in user. */
  VisitScenario(DemoSystems demoSystems) {
    this.demoSystems = demoSystems;
    this.cookie = "visitor-" + demoSystems.fresh();
  }

  /** A step of the visitor {@code minutesAgo}. */
  record VisitAct(int minutesAgo, String name, String text) {}

  /** Sends steps of an unknown visitor. */
  Future<Void> did(List<VisitAct> acts, Instant now) {
    JsonArray batch = new JsonArray();
    for (VisitAct visitAct : acts) {
      batch.add(said("track", now.minusSeconds(60L * visitAct.minutesAgo()))
          .put("event", visitAct.name())
          .put("properties", new JsonObject().put("text", visitAct.text())));
    }
    return demoSystems.visits(batch, now);
  }

  /** Signs in: the browser's past and future steps belong to the customer with this number. */
  Future<Void> signsIn(String customerNumber, Instant now) {
    return demoSystems.visits(
        new JsonArray().add(said("identify", now).put("userId", customerNumber)), now);
  }

  private JsonObject said(String type, Instant at) {
    return new JsonObject()
        .put("type", type)
        .put("anonymousId", cookie)
        .put("messageId", demoSystems.fresh())
        .put("timestamp", at.toString());
  }
}
