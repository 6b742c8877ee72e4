package shopbell.simulate;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** An external client of the server: HTTP and WebSocket, nothing else. */
final class ServerClient {
  private static final int CONNECTIONS = 64;
  private static final int UNBOUNDED = -1;
  private static final int MOST_FRAME_BYTES = 64 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String url;
  private final WebClient http;
  private final WebSocketClient sockets;

  /** {@code agents} is how many sockets will be open at once. */
  ServerClient(Vertx vertx, URI url, int agents) {
    this.url = url.getScheme() + "://" + url.getRawAuthority();
    http = WebClient.create(
        vertx,
        new WebClientOptions().setUserAgent("shopbell-simulate"),
        new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(UNBOUNDED));
    sockets = vertx.createWebSocketClient(new WebSocketClientOptions()
        .setMaxConnections(agents)
        // the welcome of a full desk may come as one frame
        .setMaxFrameSize(MOST_FRAME_BYTES)
        .setMaxMessageSize(MOST_FRAME_BYTES));
  }

  Future<HttpResponse<Buffer>> get(String path, Map<String, String> headers) {
    return answered(request(HttpMethod.GET, path, headers).send());
  }

  Future<HttpResponse<Buffer>> post(String path, Map<String, String> headers, JsonObject body) {
    HttpRequest<Buffer> request = request(HttpMethod.POST, path, headers);
    if (!headers.containsKey("Content-Type")) {
      request.putHeader("Content-Type", "application/json");
    }
    return answered(request.sendBuffer(body.toBuffer()));
  }

  Future<HttpResponse<Buffer>> delete(String path, Map<String, String> headers) {
    return answered(request(HttpMethod.DELETE, path, headers).send());
  }

  /** Opens an agent's socket as a browser does; {@code frames} receives every frame. */
  Future<WebSocket> listen(String cookie, Consumer<String> frames) {
    WebSocketConnectOptions options = new WebSocketConnectOptions()
        .setAbsoluteURI(url.replaceFirst("^http", "ws") + "/ws/desk")
        .addHeader("Cookie", cookie)
        .addHeader("Origin", url);
    return sockets.webSocket().textMessageHandler(frames::accept).connect(options);
  }

  /** Closes all connections. */
  Future<Void> close() {
    http.close();
    return sockets.close();
  }

  private HttpRequest<Buffer> request(HttpMethod method, String path, Map<String, String> headers) {
    HttpRequest<Buffer> request = http.requestAbs(method, url + path).timeout(PATIENCE.toMillis());
    headers.forEach(request::putHeader);
    return request;
  }

  /** Any status is a response; a missing one is reported in one line. */
  private Future<HttpResponse<Buffer>> answered(Future<HttpResponse<Buffer>> answer) {
    return answer.recover(away -> Future.failedFuture(
        new IOException("nothing answers at " + url + " (" + away.getMessage() + ")")));
  }
}
