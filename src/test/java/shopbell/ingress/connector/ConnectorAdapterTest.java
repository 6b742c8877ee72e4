package shopbell.ingress.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.config.Secret;
import shopbell.connector.Connector;
import shopbell.connector.ConnectorReader;
import shopbell.ingress.DoorRequest;
import shopbell.ingress.DoorSettings;
import shopbell.model.Rejected;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionMessage;

class ConnectorAdapterTest {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final String SAYS = """
      name: own
      door:
        challenge: |
          $isKey(query.token) ? query.challenge
        map: |
          {
            "type": "shopbell.interaction.message",
            "id": "1",
            "data": {"interaction": "i", "text": $string(%s)}
          }
      """;

  private static ConnectorAdapter door(String yaml) {
    Connector connector = ConnectorReader.read(yaml);
    return new ConnectorAdapter(
        new DoorSettings(
            "own",
            "mapped",
            Optional.of(new Secret("k3y")),
            Optional.empty(),
            Optional.empty(),
            Optional.of("support")),
        () -> connector);
  }

  private static DoorRequest request(String type, String body, String query) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap()
        .add("Content-Type", type)
        .add("X-Kind", "big")
        .add("Authorization", "Bearer k3y");
    return new DoorRequest(
        "https://shop.example/in/own" + query, headers, Buffer.buffer(body), NOW);
  }

  private static String said(String expression, String type, String body) {
    List<Inbound> events = door(SAYS.formatted(expression))
        .read(request(type, body, "?a=b%20c&d=1&d=2"))
        .events();
    return ((InteractionMessage) events.get(0)).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "body.a.b          | application/json                  | {\"a\":{\"b\":\"x\"}}        | x",
        "body.a            | application/vnd.api+json; a=b     | {\"a\":1.5}                  | 1.5",
        "body.a            | text/plain                        | {\"a\":12345678901234567890} | 12345678901234567890",
        "body.a            | text/json                         | {\"a\":743897493242123457}   | 743897493242123457",
        "body.a            | application/x-www-form-urlencoded | a=%C3%A4+b&c=                | ä b",
        "body.a            | application/x-www-form-urlencoded | a[]=1&a[]=2                  | [\"1\",\"2\"]",
        "body.`a.b`        | application/x-www-form-urlencoded | a.b=1                        | 1",
        "body.call.from    | text/xml                          | <call><from>1</from></call>  | 1",
        "body.call.`@id`   | application/xml                   | <call id='7'><from/></call>  | 7",
        "body.c.f          | application/soap+xml              | <n:c xmlns:n='u'><f>1</f><f>2</f></n:c> | [\"1\",\"2\"]",
        "body.c.f          | text/xml                          | <c><f>&lt;&#65;<![CDATA[&]]></f></c> | <A&",
        "headers.`x-kind`  | application/json                  | {}                           | big",
        "query.a           | application/json                  | {}                           | b c",
        "query.d           | application/json                  | {}                           | [\"1\",\"2\"]",
        "$exists(headers.authorization) | application/json     | {}                           | false"
      })
  void everyKindOfBodyIsSeenAsPlainValues(
      String expression, String type, String body, String expected) {
    assertEquals(expected, said(expression, type, body));
  }

  @Test
  void aMultipartFormIsSeenWithoutItsFiles() {
    String body = """
        --b
        Content-Disposition: form-data; name="a"

        x
        --b
        Content-Disposition: form-data; name="f"; filename="f.txt"

        y
        --b--
        """.replace("\n", "\r\n");
    assertEquals("{\"a\":\"x\"}", said("body", "multipart/form-data; boundary=b", body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\"><a/>",
        "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><a>&b;</a>",
        "<a>&unknown;</a>",
        "<a><b></a>",
        "<a/><b/>",
        "",
        "no xml"
      })
  void xmlWithADocumentTypeOrWithoutSenseIsRefused(String xml) {
    ConnectorAdapter door = door(SAYS.formatted("body"));
    Rejected refused = assertThrows(Rejected.class, () -> door.read(request("text/xml", xml, "")));
    assertEquals(Rejected.Reason.MALFORMED, refused.reason());
    assertFalse(refused.getMessage().contains("root:"), refused.getMessage());
  }

  @Test
  void nestingWithoutEndIsRefusedInEveryLanguage() {
    ConnectorAdapter door = door(SAYS.formatted("body"));
    for (DoorRequest deep : List.of(
        request("text/xml", "<a>".repeat(100_000), ""),
        request("application/json", "[".repeat(100_000), ""),
        request("application/json", "{\"a\":".repeat(100) + "1" + "}".repeat(100), ""))) {
      assertThrows(Rejected.class, () -> door.read(deep));
    }
    assertThrows(Rejected.class, () -> door.read(request("image/png", "x", "")));
  }

  @Test
  void anEventThatSaysNothingSensibleIsNamedByItsPointer() {
    ConnectorAdapter door = door("""
        name: own
        door:
          map: |
            [
              {"type": "shopbell.interaction.ended", "data": {"interaction": "1"}},
              {"type": "shopbell.interaction.ended", "data": {"interaction": "1", "cause": body.why}}
            ]
        """);
    Rejected refused = assertThrows(
        Rejected.class, () -> door.read(request("application/json", "{\"why\":\"Mia\"}", "")));
    assertEquals(Rejected.Reason.SENSELESS, refused.reason());
    assertEquals("/1/data/cause", refused.errors().get(0).pointer());
    assertFalse(refused.getMessage().contains("Mia"), refused.getMessage());
  }

  @Test
  void anExpressionThatFailsSaysWhereAndNothingOfWhatWasSent() {
    ConnectorAdapter door = door(SAYS.formatted("body.from + 1"));
    Rejected refused = assertThrows(
        Rejected.class, () -> door.read(request("application/json", "{\"from\":\"Mia\"}", "")));
    assertEquals(Rejected.Reason.SENSELESS, refused.reason());
    assertTrue(refused.getMessage().startsWith("The map of this door fails at line "));
    assertFalse(refused.getMessage().contains("Mia"), refused.getMessage());
    ConnectorAdapter endless = door(SAYS.formatted("($f := function($n) {$f($n + 1)}; $f(1))"));
    assertThrows(Rejected.class, () -> endless.read(request("application/json", "{}", "")));
  }

  @Test
  void noneOneOrManyEventsComeOfOnePayload() {
    ConnectorAdapter door = door("""
        name: own
        door:
          map: |
            body.calls.{"type": "shopbell.interaction.queued", "data": {"interaction": $string(id)}}
        """);
    assertEquals(0, events(door, "{}").size());
    assertEquals(0, events(door, "{\"calls\":[]}").size());
    InteractionEvent one =
        (InteractionEvent) events(door, "{\"calls\":[{\"id\":1}]}").get(0);
    assertEquals(Optional.of("support"), one.queue());
    assertEquals(NOW, one.at());
    assertEquals(2, events(door, "{\"calls\":[{\"id\":1},{\"id\":2}]}").size());
    String many = "{\"calls\":[" + "{\"id\":1},".repeat(1_000) + "{\"id\":1}]}";
    assertThrows(Rejected.class, () -> events(door, many));
  }

  private static List<Inbound> events(ConnectorAdapter door, String body) {
    return door.read(request("application/json", body, "")).events();
  }

  @Test
  void whatHasNoIdIsTheSameEventWhenItSaysTheSame() {
    String map = """
        name: own
        door:
          map: |
            {"type": "shopbell.interaction." & body.step, "time": body.at, "data": {"interaction": "1"}}
        """;
    String ended = "{\"step\":\"ended\"}";
    assertEquals(key(map, ended), key(map, ended));
    assertFalse(key(map, ended).equals(key(map, "{\"step\":\"held\"}")));
    assertFalse(
        key(map, ended).equals(key(map, "{\"step\":\"ended\",\"at\":\"2026-03-10T09:00:00Z\"}")));
  }

  private static String key(String map, String body) {
    return events(door(map), body).get(0).key();
  }

  @Test
  void anAddressIsProvenByTheDoorsKeyAndNothingElse() {
    ConnectorAdapter door = door(SAYS.formatted("body"));
    assertEquals(Optional.of("42"), door.challenged(request("", "", "?token=k3y&challenge=42")));
    for (String query : List.of("", "?token=k3&challenge=42", "?challenge=42", "?token=k3y")) {
      assertThrows(Rejected.class, () -> door.challenged(request("", "", query)), query);
    }
    ConnectorAdapter silent = door("name: own\ndoor: {map: body}\n");
    assertEquals(Optional.empty(), silent.challenged(request("", "", "?token=k3y&challenge=42")));
  }
}
