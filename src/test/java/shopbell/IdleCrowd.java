package shopbell;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Idle agents who receive nothing but pings, in a separate process: {@code COUNT URL COOKIE}, where {@code #} is the
 * agent's number. Prints {@code open} once all are connected, and exits when its standard input ends.
 */
final class IdleCrowd {
  private static final int AT_A_TIME = 50;

  private final int count;
  private final String url;
  private final String cookie;
  private final WebSocketClient sockets;
  private final AtomicInteger next = new AtomicInteger();

  private IdleCrowd(Vertx vertx, int count, String url, String cookie) {
    this.count = count;
    this.url = url;
    this.cookie = cookie;
    this.sockets =
        vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(count));
  }

  public static void main(String[] args) throws IOException {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    IdleCrowd crowd = new IdleCrowd(vertx, Integer.parseInt(args[0]), args[1], args[2]);
    Future<?>[] lanes = new Future<?>[AT_A_TIME];
    for (int lane = 0; lane < AT_A_TIME; lane++) {
      lanes[lane] = crowd.lane();
    }
    Future.all(java.util.List.of(lanes))
        .onSuccess(all -> System.out.println("open"))
        .onFailure(failure -> System.out.println("failed: " + failure));
    System.in.transferTo(java.io.OutputStream.nullOutputStream());
    Waiting.on(vertx.close());
  }

  /** One after the other until all are there. */
  private Future<Void> lane() {
    int agent = next.incrementAndGet();
    return agent > count ? Future.succeededFuture() : listen(agent).compose(open -> lane());
  }

  private Future<Void> listen(int agent) {
    WebSocket[] socket = new WebSocket[1];
    WebSocketConnectOptions options = new WebSocketConnectOptions()
        .setAbsoluteURI(url.replace("#", "" + agent))
        .addHeader("Cookie", cookie.replace("#", "" + agent))
        .addHeader("Origin", url.replaceFirst("^ws", "http").replaceFirst("(//[^/]*).*", "$1"));
    return sockets
        .webSocket()
        .textMessageHandler(text -> {
          if (text.contains("\"ping\"")) {
            socket[0].writeTextMessage("{\"type\":\"pong\"}");
          }
        })
        .connect(options)
        .onSuccess(open -> socket[0] = open)
        .mapEmpty();
  }
}
