package shopbell;

import io.vertx.core.Future;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Instant;
import java.util.function.BiConsumer;

/** An agent's browser as the server sees it: it answers pings, and paints each card. */
final class Browser {
  private Browser() {}

  /** {@code frames} receives the head and the text of all frames but pings, before any reply is sent. */
  static Future<WebSocket> open(
      WebSocketClient sockets, String url, String cookie, BiConsumer<FrameStart, String> frames) {
    WebSocketConnectOptions to = new WebSocketConnectOptions()
        .setAbsoluteURI(url.replaceFirst("^http", "ws") + "/ws/desk")
        .addHeader("Cookie", cookie)
        .addHeader("Origin", url);
    ClientWebSocket socket = sockets.webSocket();
    return socket
        .textMessageHandler(frame -> {
          FrameStart head = FrameStart.of(frame);
          if (head.type().equals("ping")) {
            socket.writeTextMessage("{\"type\":\"pong\"}");
          } else {
            frames.accept(head, frame);
          }
          if (head.type().equals("card")) {
            socket.writeTextMessage("{\"type\":\"painted\",\"interaction\":\"" + head.interaction()
                + "\",\"version\":" + head.version() + ",\"paintedAt\":\"" + Instant.now() + "\"}");
          }
        })
        .connect(to);
  }
}
