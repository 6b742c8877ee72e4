package shopbell.ingress.cloudevents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopbell.ingress.DoorRequest;
import shopbell.ingress.EventAdapter;
import shopbell.ingress.EventAdapterContract;
import shopbell.json.EventParsers;
import shopbell.model.HandleKind;
import shopbell.model.Rejected;
import shopbell.model.event.CustomerRecord;
import shopbell.model.event.FeedbackRecord;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionMessage;
import shopbell.model.event.InteractionStep;
import shopbell.model.event.NoticeRecord;
import shopbell.model.event.OrderRecord;
import shopbell.model.event.ShipmentRecord;
import shopbell.model.event.TicketRecord;
import shopbell.model.event.TouchpointRecord;

class CloudEventsTest extends EventAdapterContract {
  private static final String STRUCTURED = "application/cloudevents+json; charset=utf-8";
  private static final String BATCH = "application/cloudevents-batch+json";

  @Override
  protected EventAdapter adapter() {
    return new CloudEvents();
  }

  @Override
  protected String folder() {
    return "cloudevents";
  }

  @Override
  protected DoorRequest aRequest() {
    return request(STRUCTURED, fixture("ringing.json"));
  }

  @Test
  void aStructuredEventIsReadWhole() {
    InteractionEvent rings = event(aRequest());
    assertEquals(InteractionStep.RINGING, rings.step());
    assertEquals("2026-03-10T10:00:00.250Z", rings.at().toString());
    assertEquals(List.of("clara", "edgar@example.org"), rings.agents());
    assertEquals(HandleKind.CUSTOMER_NUMBER, rings.handles().get(0).kind());
    assertTrue(rings.handles().get(0).verified());
    assertEquals("12", rings.attributes().get("waited"));
    assertEquals(Optional.of("call-16"), rings.parent());
  }

  @Test
  void aBatchHoldsEveryTypeOfTheVocabulary() {
    List<Inbound> events = read(request(BATCH, fixture("batch.json"))).events();
    List<Class<? extends Inbound>> types = List.of(
        CustomerRecord.class,
        OrderRecord.class,
        ShipmentRecord.class,
        TicketRecord.class,
        FeedbackRecord.class,
        TouchpointRecord.class,
        InteractionMessage.class,
        NoticeRecord.class);
    assertEquals(types.size(), events.size());
    for (int i = 0; i < types.size(); i++) {
      assertInstanceOf(types.get(i), events.get(i));
    }
    assertEquals(
        "189.9",
        ((OrderRecord) events.get(1)).total().amount().stripTrailingZeros().toPlainString());
  }

  @Test
  void aBinaryEventHasItsAttributesInHeaders() {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap()
        .add("Content-Type", "application/json; charset=utf-8")
        .add("ce-specversion", "1.0")
        .add("ce-type", "shopbell.interaction.queued")
        .add("ce-source", "/pbx")
        .add("ce-id", "1")
        .add("ce-time", "2026-03-10T09:59:00Z")
        .add("ce-subject", "Euro%20%E2%82%AC%20%F0%9F%98%80");
    InteractionEvent waits = event(new DoorRequest(
        "http://x/in/events", headers, Buffer.buffer("{\"interaction\":\"c1\"}"), NOW));
    assertEquals("c1", waits.interaction());
    assertEquals("2026-03-10T09:59:00Z", waits.at().toString());
  }

  @Test
  void aTypeNobodyKnowsIsRefusedByName() {
    Rejected refused =
        assertThrows(Rejected.class, () -> read(request(STRUCTURED, fixture("foreign-type.json"))));
    assertEquals("/type", refused.errors().get(0).pointer());
  }

  @Test
  void aMistakeInABatchIsNamedByItsPlace() {
    String batch =
        fixture("batch.json").replace("\"priority\": \"critical\"", "\"priority\": \"huge\"");
    Rejected refused = assertThrows(Rejected.class, () -> read(request(BATCH, batch)));
    assertEquals("/3/data/priority", refused.errors().get(0).pointer());
  }

  @Test
  void dataMayComeInBase64() {
    String body =
        "{\"specversion\":\"1.0\",\"type\":\"shopbell.interaction.queued\",\"source\":\"/p\",\"id\":\"1\",\"data_base64\":\""
            + java.util.Base64.getEncoder()
                .encodeToString(
                    "{\"interaction\":\"c1\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            + "\"}";
    assertEquals("c1", event(request(STRUCTURED, body)).interaction());
  }

  @Test
  void eachTypeHasItsSchema() {
    for (String type : EventParsers.types()) {
      assertTrue(
          CloudEventsTest.class.getResource("/schemas/" + type + ".json") != null,
          "no schema of " + type);
    }
  }
}
