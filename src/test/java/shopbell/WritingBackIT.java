package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopbell.json.Json;

/** An agent's note becomes a comment in the ticket system, by a connector file and without a line of Java. */
class WritingBackIT {
  private static final String FILE = """
      name: helpdesk
      action:
        events: interaction.finished
        authentication: {kind: header, name: Authorization, template: 'token {token}'}
        steps:
          - name: comment
            method: POST
            when: $exists(note) and $exists(tickets[system=$system])
            path: '"/ticket/" & tickets[system=$system][0].id & "/comment"'
            body: '{"Content": note & " (" & agent & ")", "ContentType": "text/plain"}'
      """;

  private record Comment(String path, String token, JsonNode body) {}

  @TempDir
  Path folder;

  private final List<Comment> comments = new CopyOnWriteArrayList<>();
  private HttpServer helpdesk;
  private RunningShop shop;

  @BeforeEach
  void open() throws IOException {
    helpdesk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    helpdesk.createContext("/", this::take);
    helpdesk.start();
    Files.writeString(folder.resolve("helpdesk.yaml"), FILE);
    shop = RunningShop.open(Map.of(
            "connectors.folder",
            folder.toString(),
            "deliveries.desk.kind",
            "helpdesk",
            "deliveries.desk.token",
            "4711",
            "deliveries.desk.url",
            "http://127.0.0.1:" + helpdesk.getAddress().getPort() + "/api"))
        .hire("anna");
  }

  @AfterEach
  void close() {
    shop.close();
    helpdesk.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      comments.add(new Comment(
          exchange.getRequestURI().getPath(),
          exchange.getRequestHeaders().getFirst("Authorization"),
          Json.MAPPER.readTree(body)));
      exchange.sendResponseHeaders(201, -1);
    }
  }

  private void wrapsUp(DeskClient anna, String call, String from, String note) {
    Event ringing = Event.ringing(call, from, "anna");
    shop.tell(ringing);
    anna.card(ringing.interaction(), "ringing");
    shop.tell(Event.answered(call, "anna"), Event.ended(call, "completed"));
    shop.call("POST", "/api/v1/interactions/" + ringing.interaction() + "/wrap-up")
        .cookie(anna.cookie())
        .header("Origin", shop.url())
        .json(Map.of("disposition", "resolved", "note", note))
        .send()
        .expect(204);
  }

  private static Event ticket(String number, String system) {
    return Event.of(
            "shopbell.ticket.upserted",
            Map.of("system", system, "id", number, "subject", "Lamp flickers", "status", "open"))
        .with("customer", Map.of("system", "crm", "id", "7"));
  }

  @Test
  void aNoteAtTheWrapUpIsACommentOnTheTicketOfThatSystemAndNoWhereElse() {
    shop.tell(
        Event.customer("7", "Mia Falk", "+4922147111"),
        ticket("17", "desk"),
        ticket("18", "other"));
    try (DeskClient anna = shop.seat("anna")) {
      wrapsUp(anna, "stranger", "+4922147999", "knew nothing of a lamp");
      wrapsUp(anna, "mia", "+4922147111", "sends the lamp back");
    }
    Waiting.until("it is told", () -> !comments.isEmpty());
    assertEquals(
        List.of(new Comment(
            "/api/ticket/17/comment",
            "token 4711",
            Json.MAPPER
                .createObjectNode()
                .put("Content", "sends the lamp back (anna)")
                .put("ContentType", "text/plain"))),
        comments);
  }
}
