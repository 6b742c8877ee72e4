package shopbell.screen;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import shopbell.Waiting;

/** A reverse proxy that shows another server below a path, with a different Host; other paths are not found. */
final class PathProxy implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = vertx.createHttpClient();
  private final WebSocketClient sockets = vertx.createWebSocketClient();
  private final HttpServer server;
  private final String path;
  private final boolean strips;
  private final String scheme;
  private final List<String> strayed = new CopyOnWriteArrayList<>();
  private final int target;

  /** {@code strips} the path before it forwards to the port {@code target}; else it is left on. */
  PathProxy(String path, boolean strips, int target) {
    this(path, strips, target, new HttpServerOptions());
  }

  private PathProxy(String path, boolean strips, int target, HttpServerOptions options) {
    this.path = path;
    this.target = target;
    this.strips = strips;
    this.scheme = options.isSsl() ? "https" : "http";
    server = Waiting.on(
        vertx.createHttpServer(options).requestHandler(this::handle).listen(0, "127.0.0.1"));
  }

  /** One at the root that speaks https with this certificate. */
  static PathProxy https(PemKeyCertOptions certificate, int target) {
    return new PathProxy(
        "", true, target, new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate));
  }

  String url() {
    return scheme + "://127.0.0.1:" + server.actualPort() + path;
  }

  /** What was asked for outside the path. */
  List<String> strayed() {
    return List.copyOf(strayed);
  }

  private void handle(HttpServerRequest request) {
    if (!request.uri().equals(path) && !request.uri().startsWith(path + "/")) {
      strayed.add(request.uri());
      request.response().setStatusCode(404).end();
    } else if (request.canUpgradeToWebSocket()) {
      // read before the upgrade: the request's headers are gone afterwards
      WebSocketConnectOptions onward = onward(request);
      request.toWebSocket().onSuccess(near -> join(near, onward));
    } else {
      request.pause();
      forward(request);
    }
  }

  private String onward(String uri) {
    return strips ? uri.substring(path.length()) : uri;
  }

  private void forward(HttpServerRequest request) {
    RequestOptions onward = new RequestOptions()
        .setHost("127.0.0.1")
        .setPort(target)
        .setMethod(request.method())
        .setURI(onward(request.uri()));
    client
        .request(onward)
        .compose(out -> {
          out.headers().addAll(request.headers()).remove("Host");
          return out.send(request);
        })
        .onFailure(away -> request.response().setStatusCode(502).end())
        .onSuccess(answer -> {
          request.response().setStatusCode(answer.statusCode());
          request.response().headers().addAll(answer.headers());
          answer.pipeTo(request.response());
        });
  }

  private WebSocketConnectOptions onward(HttpServerRequest request) {
    WebSocketConnectOptions onward = new WebSocketConnectOptions()
        .setHost("127.0.0.1")
        .setPort(target)
        .setURI(onward(request.uri()));
    List.of("Cookie", "Origin").forEach(name -> {
      if (request.headers().contains(name)) {
        onward.addHeader(name, request.getHeader(name));
      }
    });
    return onward;
  }

  private void join(ServerWebSocket near, WebSocketConnectOptions onward) {
    near.pause();
    sockets.connect(onward).onFailure(away -> near.close()).onSuccess(far -> {
      far.textMessageHandler(near::writeTextMessage);
      near.textMessageHandler(far::writeTextMessage);
      far.closeHandler(closed -> near.close());
      near.closeHandler(closed -> far.close());
      near.resume();
    });
  }

  @Override
  public void close() {
    Waiting.on(vertx.close());
  }
}
