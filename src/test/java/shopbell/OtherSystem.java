package shopbell;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import shopbell.json.Json;

/** A real HTTP server with a behaviour the test sets and can change; it records its requests. */
public final class OtherSystem implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile Handler<HttpServerRequest> behaviour = json("{}");
  private volatile int port;
  private HttpServer server;

  private OtherSystem() {}

  /** On a free port of this machine. */
  public static OtherSystem open() {
    OtherSystem system = new OtherSystem();
    system.start();
    return system;
  }

  /** Listens again, at the same address as before. */
  public void start() {
    server = Waiting.on(vertx
        .createHttpServer()
        .connectionHandler(connection -> {
          connections.incrementAndGet();
          connection.closeHandler(closed -> connections.decrementAndGet());
        })
        .requestHandler(request -> {
          asked.add(request.uri());
          behaviour.handle(request);
        })
        .listen(port, "127.0.0.1"));
    port = server.actualPort();
  }

  /** Closes its port; connections are refused. */
  public void stop() {
    Waiting.on(server.close());
  }

  /** Sets the response to every request. */
  public OtherSystem does(Handler<HttpServerRequest> next) {
    behaviour = next;
    return this;
  }

  /** 200 with this JSON. */
  public static Handler<HttpServerRequest> json(Object value) {
    String text = value instanceof String json ? json : Json.write(value);
    return request ->
        request.response().putHeader("Content-Type", "application/json").end(text);
  }

  /** The same after a while. */
  public Handler<HttpServerRequest> after(long millis, Handler<HttpServerRequest> then) {
    return request -> vertx.setTimer(millis, over -> then.handle(request));
  }

  /** Path and query of each request so far. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** How many are open just now. */
  public int connections() {
    return connections.get();
  }

  /** Where it is. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** For what takes its time on the server's side. */
  public Vertx vertx() {
    return vertx;
  }

  @Override
  public void close() {
    Waiting.on(vertx.close());
  }

  /** Settings of a source {@code crm} here: its connector is written as {@code crm.yaml} into {@code folder}. */
  public Map<String, String> asSource(Path folder, String connector, String path)
      throws IOException {
    Files.writeString(folder.resolve("crm.yaml"), connector);
    return new HashMap<>(Map.of(
        "connectors.folder",
        folder.toString(),
        "locale",
        "en",
        "sources.crm.kind",
        "crm",
        "sources.crm.url",
        url() + path));
  }
}
