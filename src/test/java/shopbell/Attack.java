package shopbell;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A stranger's requests over many connections, repeated until stopped; every answer is counted. */
final class Attack implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpClient http =
      vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(1_000));
  private final NetClient sockets = vertx.createNetClient(new NetClientOptions());
  private final WebSocketClient desks = vertx.createWebSocketClient(new WebSocketClientOptions()
      .setMaxConnections(5_000)
      .setMaxFrameSize(16 * 1024 * 1024)
      .setMaxMessageSize(16 * 1024 * 1024));
  private final String url;
  private final Map<String, Integer> answers = new TreeMap<>();
  private volatile boolean over;

  Attack(String url) {
    this.url = url;
  }

  /** A request that is not sent yet. */
  RequestOptions to(String method, String path) {
    return new RequestOptions()
        .setMethod(HttpMethod.valueOf(method))
        .setAbsoluteURI(url + path)
        .setTimeout(PATIENCE_MILLIS);
  }

  /** {@code lines} of them at a time, each sent again as soon as it is answered. */
  void repeat(int lines, Supplier<RequestOptions> request, Buffer body) {
    start(lines, request, () -> body);
  }

  /** The same with a body of its own each time. */
  void each(int lines, RequestOptions request, Supplier<Buffer> body) {
    start(lines, () -> request, body);
  }

  private void start(int lines, Supplier<RequestOptions> request, Supplier<Buffer> body) {
    for (int line = 0; line < lines; line++) {
      vertx.runOnContext(go -> again(request, body));
    }
  }

  private void again(Supplier<RequestOptions> request, Supplier<Buffer> body) {
    if (over) {
      return;
    }
    http.request(request.get())
        .compose(sent -> sent.send(body.get()))
        .map(answer -> "" + answer.statusCode())
        .otherwise("none")
        .onSuccess(status -> {
          count(status);
          vertx.setTimer(1, soon -> again(request, body));
        });
  }

  private synchronized void count(String status) {
    answers.merge(status, 1, Integer::sum);
  }

  /** {@code lines} bodies that stop before their end; a closed connection is opened again a second later. */
  void slow(int lines, String path, String headers, int length, Buffer beginning) {
    for (int line = 0; line < lines; line++) {
      slow(path, headers, length, beginning);
    }
  }

  private void slow(String path, String headers, int length, Buffer beginning) {
    URI server = URI.create(url);
    String head = "POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n" + headers
        + "Content-Length: " + length + "\r\n\r\n";
    Promise<Void> ended = Promise.promise();
    sockets.connect(server.getPort(), server.getHost()).onFailure(ended::fail).onSuccess(socket -> {
      socket.exceptionHandler(broken -> ended.tryComplete());
      socket.handler(answer -> {
        count(answer.getString(9, 12));
        socket.close();
      });
      socket.closeHandler(closed -> ended.tryComplete());
      socket.write(Buffer.buffer(head).appendBuffer(beginning));
    });
    ended
        .future()
        .onComplete(any -> vertx.setTimer(1_000, soon -> {
          if (!over) {
            slow(path, headers, length, beginning);
          }
        }));
  }

  /** {@code count} desks of one session; completes when all were tried. */
  Future<Void> desks(int count, String cookie) {
    Future<Void> all = Future.succeededFuture();
    for (int i = 0; i < count; i++) {
      all = all.compose(before -> desks
          .connect(new WebSocketConnectOptions()
              .setAbsoluteURI(url.replaceFirst("^http", "ws") + "/ws/desk")
              .addHeader("Cookie", cookie)
              .addHeader("Origin", url))
          .onSuccess(socket -> socket.closeHandler(closed -> count("" + socket.closeStatusCode())))
          .transform(either -> Future.succeededFuture()));
    }
    return all;
  }

  /** How often each status was answered; {@code none} is a connection that was ended or not answered in 20 s. */
  synchronized String answers() {
    StringBuilder text = new StringBuilder();
    answers.forEach((status, count) ->
        text.append(text.isEmpty() ? "" : " ").append(status).append(" × ").append(count));
    return text.toString();
  }

  @Override
  public void close() {
    over = true;
    Waiting.on(vertx.close());
  }
}
