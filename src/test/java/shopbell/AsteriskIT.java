package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.ingress.asterisk.Pbx;
import shopbell.model.Role;
import shopbell.model.interaction.Interaction;

/** Asterisk connects with a real WebSocket and plays calls, frame by frame. */
class AsteriskIT {
  private static RunningShop shop;
  private static DeskClient anna;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(
            Map.of("ingress.pbx.kind", "asterisk-ari", "ingress.pbx.key", RunningShop.KEY))
        .hire("anna", Role.AGENT, List.of(), "1000");
    shop.tell(Event.customer("1", "Mia Falk", "+4922147111"));
    anna = shop.seat("anna");
  }

  @AfterAll
  static void close() {
    anna.close();
    shop.close();
  }

  /** Sends Asterisk's frames, and receives our requests. */
  private record Line(WebSocket socket, DeskClient.Heard heard) implements AutoCloseable {
    void say(String... frames) {
      for (String frame : frames) {
        socket.sendText(frame, true).join();
      }
    }

    @Override
    public void close() {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
      Waiting.until("closed", () -> heard.closed != 0);
    }
  }

  private static Line dialIn(String authorization, String path, String... protocols) {
    DeskClient.Heard heard = new DeskClient.Heard(false);
    WebSocket.Builder builder = shop.http.newWebSocketBuilder();
    if (!authorization.isEmpty()) {
      builder.header("Authorization", authorization);
    }
    if (protocols.length > 0) {
      builder.subprotocols(protocols[0]);
    }
    URI uri = URI.create(shop.url().replaceFirst("^http", "ws") + path);
    return new Line(builder.buildAsync(uri, heard).join(), heard);
  }

  private static String basic(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private static Line dialIn() {
    Line line = dialIn(basic("asterisk", RunningShop.KEY), "/in/pbx", "ari");
    assertEquals("ari", line.socket().getSubprotocol());
    return line;
  }

  private static int refusal(String authorization, String path, String... protocols) {
    CompletionException failed =
        assertThrows(CompletionException.class, () -> dialIn(authorization, path, protocols));
    return ((WebSocketHandshakeException) failed.getCause()).getResponse().statusCode();
  }

  private static UUID call(String id) {
    return Interaction.id("pbx", id);
  }

  @Test
  void aCallRingsIsAnsweredAndEnds() {
    String trunk = Pbx.channel("1.1", "PJSIP/trunk", "Ring", "4922147111");
    String phone = Pbx.channel("1.2", "PJSIP/1000", "Down", "");
    Pbx pbx = new Pbx(Instant.now().minusSeconds(20));
    try (Line line = dialIn()) {
      Waiting.until("the channels are asked for", () -> !line.heard().frames.isEmpty());
      assertEquals("channels", line.heard().frames.get(0).path("uri").asText());
      line.say(
          pbx.registered(), pbx.created(trunk), pbx.created(phone), pbx.dial(trunk, phone, ""));
      JsonNode card = anna.card(call("1.1"), "ringing");
      assertEquals("Mia Falk", card.at("/customer/name").asText());
      assertEquals("+4922147111", card.at("/interaction/from").asText());
      line.say(pbx.dial(trunk, phone, "ANSWER"), pbx.entered(phone, "1.1", "1.2"));
      anna.card(call("1.1"), "active");
      line.say(pbx.destroyed(phone, 16), pbx.destroyed(trunk, 16));
      JsonNode over = anna.card(call("1.1"), "wrap-up");
      assertEquals("completed", over.at("/interaction/cause").asText());
    }
  }

  @Test
  void aCallNobodyAnswersIsMissed() {
    String trunk = Pbx.channel("2.1", "PJSIP/trunk", "Ring", "4922147111");
    String phone = Pbx.channel("2.2", "PJSIP/1000", "Down", "");
    Pbx pbx = new Pbx(Instant.now().minusSeconds(20));
    try (Line line = dialIn()) {
      line.say(pbx.created(trunk), pbx.dial(trunk, phone, ""));
      anna.card(call("2.1"), "ringing");
      line.say(
          pbx.dial(trunk, phone, "NOANSWER"), pbx.destroyed(phone, 19), pbx.destroyed(trunk, 19));
      assertEquals("missed", anna.gone(call("2.1")));
    }
  }

  @Test
  void aLineThatBreaksIsTakenUpAgainAndWhatWasMissedIsMadeUpFor() {
    String trunk = Pbx.channel("3.1", "PJSIP/trunk", "Ring", "4922147111");
    String phone = Pbx.channel("3.2", "PJSIP/1000", "Down", "");
    String other = Pbx.channel("3.3", "PJSIP/trunk", "Ring", "4922147111");
    Pbx pbx = new Pbx(Instant.now().minusSeconds(20));
    try (Line line = dialIn()) {
      line.say(pbx.created(trunk), pbx.dial(trunk, phone, ""));
      anna.card(call("3.1"), "ringing");
    }
    try (Line again = dialIn()) {
      again.say(pbx.registered(), pbx.dial(trunk, phone, "ANSWER"));
      anna.card(call("3.1"), "active");
      again.say(pbx.channels(other));
      anna.card(call("3.1"), "wrap-up");
      again.say("{", "[]", pbx.dial(other, phone, ""));
      anna.card(call("3.3"), "ringing");
    }
  }

  @Test
  void aConnectionWithoutPermissionIsRefusedOnTheUpgrade() {
    assertEquals(401, refusal("", "/in/pbx", "ari"));
    assertEquals(401, refusal(basic("asterisk", "guess"), "/in/pbx", "ari"));
    assertEquals(400, refusal(basic("asterisk", RunningShop.KEY), "/in/pbx"));
    assertEquals(404, refusal(basic("asterisk", RunningShop.KEY), "/in/nobody", "ari"));
    dialIn("Bearer " + RunningShop.KEY, "/in/pbx", "ari").close();
    dialIn("", "/in/pbx/" + RunningShop.KEY, "ari").close();
    shop.call("GET", "/in/pbx").key(RunningShop.KEY).send().problem(426);
    shop.call("POST", "/in/pbx").key(RunningShop.KEY).json(Map.of()).send().problem(415);
  }
}
