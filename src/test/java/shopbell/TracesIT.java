package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Spans as a collector receives them over OTLP/HTTP. */
class TracesIT {
  private static final List<String> ROOMS =
      List.of("door", "keep", "identify", "summary", "build", "push");

  private final List<ExportTraceServiceRequest> received = new CopyOnWriteArrayList<>();
  private final OtherSystem collector = OtherSystem.open().does(this::receive);

  @AfterEach
  void close() {
    collector.close();
  }

  private void receive(HttpServerRequest request) {
    request.body().map(Buffer::getBytes).onSuccess(bytes -> {
      try {
        received.add(ExportTraceServiceRequest.parseFrom(bytes));
        request.response().end();
      } catch (InvalidProtocolBufferException e) {
        request.response().setStatusCode(400).end();
      }
    });
  }

  private RunningShop shop(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("tracing.endpoint", collector.url() + "/v1/traces");
    return RunningShop.open(settings, RunningShop.PATIENT);
  }

  /** A call of a known customer that rings until its card is there; remaining spans are sent when the shop stops. */
  private static UUID call(RunningShop shop) {
    shop.hire("annabelle", "support").tell(Event.customer("1", "Mia Falk", "+4922147111"));
    Event ringing = Event.ringing("traced", "+4922147111", "annabelle");
    try (DeskClient deskClient = shop.seat("annabelle")) {
      shop.tell(ringing);
      deskClient.card(ringing.interaction(), "ringing");
    }
    shop.close();
    return ringing.interaction();
  }

  private List<Span> spans() {
    return received.stream()
        .flatMap(request -> request.getResourceSpansList().stream())
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream())
        .sorted(Comparator.comparing(Span::getStartTimeUnixNano))
        .toList();
  }

  /** The customer may be looked up twice: again when something has changed since the prefetch. */
  private static List<String> names(List<Span> spans) {
    return spans.stream().map(Span::getName).distinct().toList();
  }

  @Test
  void anArrivalIsOneTraceThroughAllRooms() {
    call(shop(Map.of()));
    List<Span> spans = spans();
    Span door = spans.get(0);
    List<Span> rooms = spans.subList(1, spans.size());
    assertEquals(ROOMS, names(spans));
    assertTrue(door.getParentSpanId().isEmpty());
    assertTrue(rooms.stream().allMatch(room -> room.getTraceId().equals(door.getTraceId())));
    assertTrue(rooms.stream().allMatch(room -> room.getParentSpanId().equals(door.getSpanId())));
  }

  @Test
  void whatHappensAfterTheCardIsOutIsNotInItsTrace() {
    RunningShop shop = shop(Map.of()).hire("bert", "support");
    try (DeskClient deskClient = shop.seat("bert")) {
      Event ringing = Event.ringing("traced-too", "+4922147111", "bert");
      shop.tell(ringing);
      deskClient.card(ringing.interaction(), "ringing");
      shop.tell(Event.customer("1", "Mia Falk", "+4922147111"));
      deskClient.card(
          ringing.interaction(), card -> card.at("/match/status").asText().equals("known"));
    }
    shop.close();
    assertEquals(List.of("door", "keep", "identify", "build", "push"), names(spans()));
  }

  @Test
  void aSpanNamesTheDoorAndTheInteractionAndNothingElse() {
    UUID interaction = call(shop(Map.of()));
    for (Span span : spans()) {
      Map<String, String> said = span.getAttributesList().stream()
          .collect(Collectors.toMap(KeyValue::getKey, a -> a.getValue().getStringValue()));
      assertEquals(interaction.toString(), said.get("shopbell.interaction"));
      assertTrue(Set.of("shopbell.interaction", "shopbell.door").containsAll(said.keySet()));
      assertEquals(0, span.getEventsCount());
    }
    String all = received.toString();
    for (String personal : List.of("Mia", "47111", "annabelle", RunningShop.KEY)) {
      assertFalse(all.contains(personal), personal);
    }
    assertTrue(all.contains("\"shopbell\""), "the service's name is missing");
  }

  @Test
  void aRoomThatFailsSaysOnlyWhatKindOfFailureItWas() {
    URI database = URI.create(RunningShop.freshDatabase());
    Proxy wire = new Proxy(database.getPort());
    String way =
        database.toString().replace(":" + database.getPort() + "/", ":" + wire.port() + "/");
    RunningShop shop = shop(Map.of("database.url", way)).hire("anna", "support");
    Event ringing = Event.ringing("unkept", "+4922147111", "anna");
    try (DeskClient deskClient = shop.seat("anna")) {
      wire.cut();
      shop.call("POST", "/in/events")
          .key(RunningShop.KEY)
          .cloudEvent(ringing)
          .send()
          .problem(503);
      deskClient.card(ringing.interaction(), "ringing");
    }
    shop.close();
    wire.close();
    List<String> failed = spans().stream()
        .filter(span -> span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR)
        .map(span -> span.getName() + " " + span.getStatus().getMessage())
        .distinct()
        .toList();
    assertEquals(List.of("door Unavailable", "keep Unavailable", "identify Unavailable"), failed);
    assertEquals("push", spans().get(spans().size() - 1).getName());
  }

  @Test
  void aShareOfNearlyNothingTracesNothing() {
    call(shop(Map.of("tracing.ratio", "0.000000001")));
    assertEquals(List.of(), spans());
  }

  @Test
  void aCollectorThatHangsHoldsUpNeitherACallNorTheEnd() {
    collector.does(request -> {});
    RunningShop shop = shop(Map.of());
    Instant before = Instant.now();
    call(shop);
    Duration took = Duration.between(before, Instant.now());
    assertTrue(took.compareTo(Duration.ofSeconds(60)) < 0, took.toString());
  }
}
