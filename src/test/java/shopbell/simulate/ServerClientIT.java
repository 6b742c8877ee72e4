package shopbell.simulate;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;

class ServerClientIT {
  private static final int DESK_BYTES = 200_000;

  @Test
  void aWelcomeToADeskFullOfCardsIsHeardAndTheLineStays() {
    Vertx vertx = Vertx.vertx();
    try {
      HttpServerOptions roomy = new HttpServerOptions()
          .setPort(0)
          .setHost("127.0.0.1")
          .setMaxWebSocketFrameSize(DESK_BYTES);
      HttpServer server = Waiting.on(vertx
          .createHttpServer(roomy)
          .webSocketHandler(socket -> socket.writeTextMessage("x".repeat(DESK_BYTES)))
          .listen());
      List<Integer> heard = new CopyOnWriteArrayList<>();
      ServerClient serverClient =
          new ServerClient(vertx, URI.create("http://127.0.0.1:" + server.actualPort()), 1);
      WebSocket line =
          Waiting.on(serverClient.listen("shopbell_session=x", frame -> heard.add(frame.length())));
      Waiting.until("the welcome is heard", () -> heard.equals(List.of(DESK_BYTES)));
      assertFalse(line.isClosed());
    } finally {
      Waiting.on(vertx.close());
    }
  }
}
