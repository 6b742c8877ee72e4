package shopbell.cli;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import shopbell.Waiting;

/** Answers 202 to every event, and sends as many cards as the test says. */
final class LyingServer implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Map<String, ServerWebSocket> desks = new ConcurrentHashMap<>();
  private final int rings;
  private final HttpServer server;

  LyingServer(int rings) {
    this.rings = rings;
    server =
        Waiting.on(vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1"));
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  @Override
  public void close() {
    Waiting.on(vertx.close());
  }

  private void handle(HttpServerRequest request) {
    switch (request.path()) {
      case "/ws/desk" ->
        request
            .toWebSocket()
            .onSuccess(socket ->
                desks.put(request.getHeader("Cookie").replace("shopbell_session=", ""), socket));
      case "/in/events" ->
        request.body().onSuccess(body -> {
          ring(body.toJsonObject());
          request.response().setStatusCode(202).end();
        });
      case "/api/v1/session" ->
        request
            .body()
            .onSuccess(body -> signIn(request, body.length() == 0 ? null : body.toJsonObject()));
      case "/api/v1/users" -> users(request);
      default -> request.response().setStatusCode(204).end();
    }
  }

  private static void users(HttpServerRequest request) {
    boolean asks = request.method().equals(HttpMethod.GET);
    request.response().setStatusCode(asks ? 200 : 201).end("{\"items\":[],\"next\":null}");
  }

  private static void signIn(HttpServerRequest request, JsonObject who) {
    if (who == null) {
      request.response().setStatusCode(204).end();
      return;
    }
    request
        .response()
        .putHeader("Set-Cookie", "shopbell_session=" + who.getString("name") + "; Path=/")
        .end("{}");
  }

  private void ring(JsonObject event) {
    if (!event.getString("type").endsWith("ringing")) {
      return;
    }
    JsonObject data = event.getJsonObject("data");
    String agent = data.getJsonArray("agents").getString(0).replaceAll("@.*", "");
    JsonObject card = new JsonObject()
        .put("type", "card")
        .put("version", 1)
        .put(
            "interaction",
            new JsonObject()
                .put("id", UUID.randomUUID().toString())
                .put("senderId", data.getString("interaction")));
    for (int i = 0; i < rings; i++) {
      desks.get(agent).writeTextMessage(card.encode());
    }
  }
}
