package shopbell.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.config.Secret;
import shopbell.model.Rejected;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionEvent;

/** The requirements on every vendor's adapter, checked for each with its own fixtures. */
public abstract class EventAdapterContract {
  protected static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  protected static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
  protected static final String JSON = "application/json";

  /** A door as the operator would have written it. */
  protected static final DoorSettings DOOR = new DoorSettings(
      "pbx",
      "any",
      Optional.empty(),
      Optional.of(new Secret("12345")),
      Optional.empty(),
      Optional.of("support"));

  protected abstract EventAdapter adapter();

  /** The folder of the fixtures below {@code /ingress}. */
  protected abstract String folder();

  /** A fixture that says something, as it would be sent. */
  protected abstract DoorRequest aRequest();

  protected DoorRequest request(String contentType, String body) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Content-Type", contentType);
    return new DoorRequest(
        "https://shopbell.example/in/pbx/k3y", headers, Buffer.buffer(body), NOW);
  }

  protected String fixture(String name) {
    try (InputStream in =
        EventAdapterContract.class.getResourceAsStream("/ingress/" + folder() + "/" + name)) {
      if (in == null) {
        throw new AssertionError("no fixture " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  protected ParsedRequest read(DoorRequest request) {
    adapter().verify(request);
    return adapter().read(request);
  }

  protected InteractionEvent event(DoorRequest request) {
    List<Inbound> events = read(request).events();
    assertEquals(1, events.size());
    return (InteractionEvent) events.get(0);
  }

  @Test
  void theSameRequestTwiceIsTheSameEvent() {
    assertFalse(read(aRequest()).events().isEmpty());
    assertEquals(keys(aRequest()), keys(aRequest()));
  }

  private List<String> keys(DoorRequest request) {
    return read(request).events().stream().map(Inbound::key).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"text\"",
        "[[[[[[",
        "{\"a\":1}{",
        "\u0000",
        "event",
        "event=",
        "%zz=%",
        "a=b&a=b",
        "------b\r\nrubbish",
        "{\"event\":{\"event\":1}}",
        "{\"event\":\"newCall\",\"event\":\"hangup\"}"
      })
  void rubbishIsRejectedAndNothingElse(String rubbish) {
    for (String type : List.of(
        FORM,
        JSON,
        "multipart/form-data; boundary=----b",
        "text/plain",
        "",
        "application/cloudevents+json")) {
      assertThrows(Rejected.class, () -> read(request(type, rubbish)), type);
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void endlessTextsAreRejectedAndNothingElse(int size) {
    String text = "x".repeat(size);
    assertThrows(
        Rejected.class, () -> read(request(FORM, "event=newCall&direction=in&callId=" + text)));
    assertThrows(
        Rejected.class,
        () -> read(request(JSON, "{\"event\":\"newCall\",\"callId\":\"" + text + "\"}")));
    assertThrows(Rejected.class, () -> read(request(JSON, "[".repeat(size))));
  }

  static List<Integer> sizes() {
    return List.of(100_000, 1_000_000);
  }
}
