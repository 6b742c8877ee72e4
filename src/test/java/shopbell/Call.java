package shopbell;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import shopbell.json.Json;

/** Builds and sends one HTTP request; not reusable. */
public final class Call {
  private final HttpClient http;
  private final String method;
  private final HttpRequest.Builder request;
  private byte[] body = new byte[0];

  Call(HttpClient http, URI uri, String method) {
    this.http = http;
    this.method = method;
    this.request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
  }

  /** With {@code key} as Bearer. */
  public Call key(String key) {
    return header("Authorization", "Bearer " + key);
  }

  /** With this session's cookie. */
  public Call cookie(String cookie) {
    return header("Cookie", cookie);
  }

  /** With one more header. */
  public Call header(String name, String value) {
    request.header(name, value);
    return this;
  }

  /** With {@code value} as JSON. */
  public Call json(Object value) {
    return body("application/json", Json.write(value));
  }

  /** With {@code event} in its structured form. */
  public Call cloudEvent(Event event) {
    return body("application/cloudevents+json", Json.write(event.structured()));
  }

  /** With {@code text} in UTF-8. */
  public Call body(String type, String text) {
    return body(type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** With these bytes. */
  public Call body(String type, byte[] bytes) {
    body = bytes.clone();
    return header("Content-Type", type);
  }

  /** What the server says to it. */
  public Answer send() {
    try {
      HttpRequest.BodyPublisher publisher = body.length == 0
          ? HttpRequest.BodyPublishers.noBody()
          : HttpRequest.BodyPublishers.ofByteArray(body);
      return new Answer(http.send(
          request.method(method, publisher).build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new AssertionError(method + " was not answered", e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
