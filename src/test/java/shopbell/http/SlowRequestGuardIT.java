package shopbell.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import shopbell.DeskClient;
import shopbell.Event;
import shopbell.RunningShop;
import shopbell.Waiting;

/** Senders that send a byte now and then and never finish. */
class SlowRequestGuardIT {
  private static final String HEAD = "POST /in/events HTTP/1.1\r\nHost: a\r\n";
  private static final String BODY = HEAD + "Authorization: Bearer " + RunningShop.KEY
      + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
  private static final int MANY = 300;
  private static final SlowRequestGuard.Limits SHORT = new SlowRequestGuard.Limits(
      Duration.ofMillis(1_500), Duration.ofMillis(1_500), Duration.ofMillis(1_500));

  @Test
  void hundredsOfThemHurtNobodyElse() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try (RunningShop shop = RunningShop.open().hire("anna", "support");
        DeskClient anna = shop.seat("anna")) {
      for (int i = 0; i < MANY; i++) {
        slow.add(said(URI.create(shop.url()).getPort(), i % 2 == 0 ? HEAD : BODY));
      }
      for (int i = 0; i < 20; i++) {
        for (Socket socket : slow) {
          write(socket, "X");
        }
        Event ringing = Event.ringing(UUID.randomUUID().toString(), "+49301", "anna");
        shop.tell(ringing);
        anna.card(ringing.interaction(), "ringing");
        shop.call("GET", "/").send().expect(200);
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void eachIsCutOffInTimeAndOneThatIsOnlyQuietBetweenTwoRequestsIsNot() throws IOException {
    Vertx vertx = Vertx.vertx();
    try {
      HttpServerVerticle httpServerVerticle =
          new HttpServerVerticle("127.0.0.1", 0, () -> router(vertx), SHORT);
      Waiting.on(vertx.deployVerticle(httpServerVerticle));
      Socket head = said(httpServerVerticle.port(), HEAD);
      Socket body = said(httpServerVerticle.port(), BODY);
      Socket second = said(httpServerVerticle.port(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      assertTrue(line(second).startsWith("HTTP/1.1 200"));
      write(second, HEAD);
      for (Socket socket : List.of(head, body, second)) {
        Waiting.until("it is cut off", () -> !write(socket, "X"));
      }
      String answer = new String(read(body), StandardCharsets.UTF_8);
      assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 408"), answer);
      Socket quick = said(httpServerVerticle.port(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      assertTrue(line(quick).startsWith("HTTP/1.1 200"));
      for (Socket socket : List.of(head, body, second, quick)) {
        socket.close();
      }
    } finally {
      Waiting.on(vertx.close());
    }
  }

  @Test
  void aSocketThatWasUpgradedIsNone() throws InterruptedException {
    Vertx vertx = Vertx.vertx();
    try {
      HttpServerVerticle httpServerVerticle =
          new HttpServerVerticle("127.0.0.1", 0, () -> router(vertx), SHORT);
      Waiting.on(vertx.deployVerticle(httpServerVerticle));
      WebSocket socket = Waiting.on(
          vertx.createWebSocketClient().connect(httpServerVerticle.port(), "127.0.0.1", "/socket"));
      Future<String> echoed = Future.future(heard -> socket.textMessageHandler(heard::complete));
      TimeUnit.MILLISECONDS.sleep(SHORT.next().plusSeconds(2).toMillis());
      assertFalse(socket.isClosed());
      Waiting.on(socket.writeTextMessage("still there"));
      assertEquals("still there", Waiting.on(echoed));
    } finally {
      Waiting.on(vertx.close());
    }
  }

  private static Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router
        .route("/socket")
        .handler(ctx -> ctx.request()
            .toWebSocket()
            .onSuccess(socket -> socket.textMessageHandler(socket::writeTextMessage)));
    router.post().handler(BodyHandler.create(false));
    router.route().handler(ctx -> ctx.response().end("here"));
    return router;
  }

  private static Socket said(int port, String beginning) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    assertTrue(write(socket, beginning));
    return socket;
  }

  private static boolean write(Socket socket, String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException cut) {
      return false;
    }
  }

  private static byte[] read(Socket socket) {
    try {
      return socket.getInputStream().readAllBytes();
    } catch (IOException reset) {
      return new byte[0];
    }
  }

  private static String line(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = socket.getInputStream().read();
        c != '\r';
        c = socket.getInputStream().read()) {
      assertTrue(c >= 0, "closed");
      line.append((char) c);
    }
    return line.toString();
  }
}
