package shopbell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopbell.events.Topic;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;

/** Each list that pages show, and what changes it. */
class ChangedTopicsIT {
  private static final String DESK = """
      name: desk
      source:
        authentication:
          kind: bearer
        steps:
          - name: found
            path: '"/tickets"'
        map: |
          found.tickets.{"type": "shopbell.ticket.upserted", "data": {"id": id, "subject": subject}}
      """;

  @TempDir
  private static Path folder;

  private static OtherSystem other;
  private static RunningShop shop;
  private static String key;

  @BeforeAll
  static void open() throws IOException {
    Files.writeString(folder.resolve("desk.yaml"), DESK);
    other = OtherSystem.open().does(OtherSystem.json("{\"tickets\":[]}"));
    Map<String, String> settings = new HashMap<>();
    settings.put("connectors.folder", folder.toString());
    settings.put("sources.helpdesk.kind", "desk");
    settings.put("sources.helpdesk.url", other.url());
    settings.put("sources.helpdesk.token", "a-token");
    settings.put("deliveries.erp.kind", "webhook");
    settings.put("deliveries.erp.url", other.url());
    settings.put("deliveries.erp.secret", WebhookServer.SECRET);
    shop = RunningShop.open(settings).hire("anna", "support").hire("root", Role.ADMIN, List.of());
    key = shop.key(ApiKeyScope.ADMIN);
  }

  @AfterAll
  static void close() {
    shop.close();
    other.close();
  }

  /** After {@code change} the list is another one, and the last that is told of it comes no earlier than that. */
  private static void tells(Topic topic, String path, Runnable change) {
    try (DeskClient root = shop.seat("root")) {
      root.say("{\"type\":\"watch\",\"topics\":[\"" + topic + "\"]}");
      String before = read(path);
      // as a page does: it reads when it is told, and never else
      AtomicReference<String> shown = new AtomicReference<>(before);
      AtomicInteger heard = new AtomicInteger(root.frames("changed").size());
      change.run();
      Waiting.until(() -> topic + " is told, and the list is read", () -> {
        int told = root.frames("changed").size();
        if (told > heard.getAndSet(told)) {
          shown.set(read(path));
        }
        return !shown.get().equals(before);
      });
      assertTrue(root.frames("changed").stream()
          .allMatch(frame -> frame.path("topic").asText().equals(topic.toString())));
    }
  }

  private static String read(String path) {
    return shop.call("GET", "/api/v1/" + path).key(key).send().expect(200).text();
  }

  private static Event rings(String call, String from) {
    Event ringing = Event.ringing(call, from, "anna");
    shop.tell(ringing);
    return ringing;
  }

  @Test
  void agents() {
    try (DeskClient anna = shop.seat("anna")) {
      tells(Topic.AGENTS, "agents", anna::close);
    }
  }

  @Test
  void anAgentsOpenContacts() {
    try (DeskClient anna = shop.seat("anna")) {
      Event ringing = Event.ringing(UUID.randomUUID().toString(), "+49301", "anna");
      tells(Topic.AGENTS, "agents", () -> {
        shop.tell(ringing);
        anna.painted(anna.card(ringing.interaction(), "ringing"));
      });
    }
  }

  @Test
  void looks() {
    shop.tell(Event.customer("l1", "Mia Falk", "+4922147501"));
    String cookie = shop.signIn("anna");
    tells(
        Topic.LOOKS,
        "looks",
        () -> shop.call("GET", "/api/v1/duplicates").cookie(cookie).send().expect(200));
  }

  @Test
  void reasons() {
    shop.tell(Event.customer("r1", "Ole Falk", "+4922147502"));
    try (DeskClient anna = shop.seat("anna")) {
      String call = UUID.randomUUID().toString();
      Event ringing = rings(call, "+4922147502");
      anna.card(ringing.interaction(), card -> card.at("/customer/name").isTextual());
      shop.tell(Event.answered(call, "anna"), Event.ended(call, "completed"));
      tells(
          Topic.REASONS,
          "reasons/quality",
          () -> shop.call("POST", "/api/v1/interactions/" + ringing.interaction() + "/wrap-up")
              .cookie(anna.cookie())
              .json(Map.of("disposition", "resolved", "reason", "delivery"))
              .send()
              .expect(204));
    }
  }

  @Test
  void duplicates() {
    tells(
        Topic.DUPLICATES,
        "duplicates",
        () -> Stream.of("d1", "d2")
            .forEach(id -> shop.tell(Event.of(
                    "shopbell.customer.upserted",
                    Map.of("system", "crm", "id", id, "name", "Wilhelmina Ackersjö"))
                .with(
                    "handles",
                    List.of(
                        Map.of("kind", "phone", "value", "+46701740605"),
                        Map.of("kind", "email", "value", "w.ackersjo@example.org"))))));
  }

  @Test
  void doors() {
    tells(Topic.DOORS, "doors", () -> rings(UUID.randomUUID().toString(), "+49301"));
  }

  @Test
  void sources() {
    shop.tell(Event.customer("s1", "Ida Falk", "+4922147503"));
    try (DeskClient anna = shop.seat("anna")) {
      tells(Topic.SOURCES, "sources", () -> {
        Event ringing = rings(UUID.randomUUID().toString(), "+4922147503");
        anna.card(ringing.interaction(), card -> card.at("/customer/name").isTextual());
      });
    }
  }

  @Test
  void connectors() {
    tells(Topic.CONNECTORS, "connectors", () -> {
      try {
        Files.writeString(folder.resolve("fresh.yaml"), DESK.replace("name: desk", "name: fresh"));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    });
  }

  @Test
  void ignoredHandles() {
    tells(
        Topic.IGNORED_HANDLES,
        "ignored-handles",
        () -> shop.tell(Event.of(
                "shopbell.customer.upserted", Map.of("system", "crm", "id", "i1", "name", "Nils"))
            .with("handles", List.of(Map.of("kind", "cookie", "value", "undefined")))));
  }

  @Test
  void orderStatuses() {
    tells(
        Topic.ORDER_STATUSES,
        "order-statuses",
        () -> shop.tell(Event.of(
            "shopbell.order.upserted",
            Map.of(
                "system",
                "till",
                "id",
                "o1",
                "status",
                "abgeholt im Laden",
                "placedAt",
                Instant.now().toString(),
                "customer",
                Map.of("system", "till", "id", "1"),
                "total",
                Map.of("amount", "5.00", "currency", "EUR")))));
  }

  @Test
  void deliveries() {
    other.does(request -> request.response().setStatusCode(503).end());
    Event ringing = rings(UUID.randomUUID().toString(), "+49301");
    String call = ringing.data().get("interaction").toString();
    shop.tell(Event.answered(call, "anna"), Event.ended(call, "completed"));
    String cookie = shop.signIn("anna");
    tells(
        Topic.DELIVERIES,
        "deliveries",
        () -> shop.call("POST", "/api/v1/interactions/" + ringing.interaction() + "/wrap-up")
            .cookie(cookie)
            .json(Map.of("disposition", "resolved"))
            .send()
            .expect(204));
    other.does(OtherSystem.json("{\"tickets\":[]}"));
  }

  @Test
  void audit() {
    tells(Topic.AUDIT, "audit", () -> shop.signIn("anna"));
  }
}
