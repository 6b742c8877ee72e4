package shopbell;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import shopbell.json.Json;

/** A receiver of webhooks that checks their signatures independently. */
final class WebhookServer implements AutoCloseable {
  /** What it shares with the shop. */
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  /** A webhook as it was received. */
  record Got(String id, String type, JsonNode data, boolean signed, int answered) {}

  private final List<Got> all = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile int answer = 204;

  WebhookServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
  }

  /** Sets the status of all responses. */
  void answers(int status) {
    answer = status;
  }

  /** All that came, taken or not. */
  List<Got> all() {
    return List.copyOf(all);
  }

  /** The accepted webhooks of {@code type} that fit, in the order of arrival. */
  List<Got> taken(String type, Predicate<Got> such) {
    return all.stream()
        .filter(got -> got.answered() < 300 && got.type().equals(type) && such.test(got))
        .toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      JsonNode json = Json.MAPPER.readTree(body);
      int status = answer;
      String id = exchange.getRequestHeaders().getFirst("webhook-id");
      String signed =
          id + "." + exchange.getRequestHeaders().getFirst("webhook-timestamp") + "." + body;
      boolean right =
          ("v1," + hmac(signed)).equals(exchange.getRequestHeaders().getFirst("webhook-signature"));
      exchange.sendResponseHeaders(status, -1);
      all.add(new Got(id, json.path("type").asText(), json.path("data"), right, status));
    }
  }

  private static String hmac(String text) {
    try {
      byte[] key = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
