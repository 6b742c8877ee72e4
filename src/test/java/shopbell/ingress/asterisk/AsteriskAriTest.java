package shopbell.ingress.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.ingress.DoorSettings;
import shopbell.model.Direction;
import shopbell.model.event.InteractionEvent;

class AsteriskAriTest {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final String TRUNK = Pbx.channel("1.1", "PJSIP/trunk", "Ring", "4922147111");
  private static final String ANNA = Pbx.channel("1.2", "PJSIP/1000", "Down", "");
  private static final String BEN = Pbx.channel("1.3", "PJSIP/1001", "Down", "");

  private final AsteriskAri ari = new AsteriskAri(new DoorSettings(
      "pbx",
      "asterisk-ari",
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.of("support")));
  private final Pbx pbx = new Pbx(NOW);

  private List<InteractionEvent> said(String... frames) {
    List<InteractionEvent> events = new ArrayList<>();
    Stream.of(frames)
        .forEach(frame -> ari.heard(frame, NOW).forEach(e -> events.add((InteractionEvent) e)));
    return events;
  }

  /** Step, agents and cause of each event, in short. */
  private List<String> steps(String... frames) {
    return said(frames).stream()
        .map(e -> e.interaction() + " " + e.step()
            + e.agents().stream().findFirst().map(a -> " " + a).orElse("")
            + e.cause().map(c -> " " + c).orElse(""))
        .toList();
  }

  @Test
  void theDisplayNameOfTheCallerIsRead() {
    String named = TRUNK.replaceFirst("\"name\":\"\"", "\"name\":\"Rosa Klein\"");
    InteractionEvent begun = said(pbx.registered(), pbx.created(named)).get(0);
    assertEquals(Optional.of("Rosa Klein"), begun.displayName());
  }

  @Test
  void aCallRingsAtTwoIsAnsweredByOneHeldAndEnds() {
    assertEquals(
        List.of(
            "1.1 queued",
            "1.1 ringing 1000",
            "1.1 ringing 1001",
            "1.1 answered 1000",
            "1.1 held",
            "1.1 resumed",
            "1.1 ended completed"),
        steps(
            pbx.registered(),
            pbx.created(TRUNK),
            pbx.created(ANNA),
            pbx.dial(TRUNK, ANNA, ""),
            pbx.created(BEN),
            pbx.dial(TRUNK, BEN, ""),
            pbx.dial(TRUNK, ANNA, "RINGING"),
            pbx.changed(ANNA),
            pbx.dial(TRUNK, ANNA, "ANSWER"),
            pbx.dial(TRUNK, BEN, "CANCEL"),
            pbx.entered(TRUNK, "1.1"),
            pbx.entered(ANNA, "1.1", "1.2"),
            pbx.destroyed(BEN, 26),
            pbx.held(ANNA, true),
            pbx.held(ANNA, false),
            pbx.destroyed(ANNA, 16),
            pbx.destroyed(TRUNK, 16)));
  }

  @Test
  void theCallersNumberTheOneDialledAndTheTimeAreAsAsteriskSaysThem() {
    InteractionEvent call = said(pbx.created(TRUNK)).get(0);
    assertEquals(Optional.of("4922147111"), call.from());
    assertEquals(Optional.of("4930600000"), call.to());
    assertEquals(Optional.of(Direction.IN), call.direction());
    assertEquals(Optional.of("support"), call.queue());
    assertEquals(NOW.plusSeconds(1), call.at());
    InteractionEvent ringing = said(pbx.dial(TRUNK, ANNA, "")).get(0);
    assertEquals(List.of("1000", "PJSIP/1000"), ringing.agents());
  }

  @ParameterizedTest
  @CsvSource({
    "16, abandoned",
    "0, abandoned",
    "17, rejected",
    "19, missed",
    "21, rejected",
    "34, missed"
  })
  void anUnansweredCallHasACauseAfterQ850(int cause, String expected) {
    assertEquals(
        List.of("1.1 queued", "1.1 ringing 1000", "1.1 withdrawn 1000", "1.1 ended " + expected),
        steps(
            pbx.created(TRUNK),
            pbx.dial(TRUNK, ANNA, ""),
            pbx.dial(TRUNK, ANNA, "NOANSWER"),
            pbx.destroyed(ANNA, 19),
            pbx.destroyed(TRUNK, cause)));
  }

  @Test
  void aQueueIsNamedAndAMailboxIsNoTalk() {
    List<InteractionEvent> events = said(
        pbx.created(TRUNK),
        pbx.runs(TRUNK, "Queue", "sales,t,,,60"),
        pbx.runs(TRUNK, "VoiceMail", "1000@default"),
        pbx.destroyed(TRUNK, 16));
    assertEquals(Optional.of("sales"), events.get(1).queue());
    assertEquals("voicemail", events.get(2).cause().orElseThrow().toString());
  }

  @Test
  void localChannelsOfAQueueAreTwoEndsOfOneLeg() {
    String one =
        Pbx.channel("2.1", "Local/1000@agents", "Down", "").replace("-00000001", "-00000009;1");
    String two =
        Pbx.channel("2.2", "Local/1000@agents", "Ring", "").replace("-00000002", "-00000009;2");
    assertEquals(
        List.of(
            "1.1 queued",
            "1.1 ringing 1000",
            "1.1 ringing 1000",
            "1.1 answered 1000",
            "1.1 ended completed"),
        steps(
            pbx.created(TRUNK),
            pbx.dial(TRUNK, one, ""),
            pbx.created(two),
            pbx.dial(two, ANNA, ""),
            pbx.dial(two, ANNA, "ANSWER"),
            pbx.destroyed(TRUNK, 16)));
  }

  @Test
  void programsThatBridgeLegsThemselvesAreUnderstood() {
    assertEquals(
        List.of("1.1 queued", "1.1 answered 1000", "1.1 ended completed"),
        steps(
            pbx.created(TRUNK),
            pbx.created(ANNA),
            pbx.entered(TRUNK, "1.1"),
            pbx.entered(ANNA, "1.1", "1.2"),
            pbx.destroyed(TRUNK, 16)));
  }

  @Test
  void aTransferRingsElsewhere() {
    List<String> steps = steps(
        pbx.created(TRUNK),
        pbx.dial(TRUNK, ANNA, ""),
        pbx.dial(TRUNK, ANNA, "ANSWER"),
        pbx.destroyed(ANNA, 16),
        pbx.dial(TRUNK, BEN, ""),
        pbx.dial(TRUNK, BEN, "ANSWER"),
        pbx.destroyed(TRUNK, 16));
    assertEquals(
        List.of("1.1 transferred 1001", "1.1 answered 1001", "1.1 ended completed"),
        steps.subList(3, 6));
  }

  @Test
  void aPhoneOfTheHouseCallsOutAndCallsAmongPhonesAreNobodysBusiness() {
    String out = Pbx.channel("3.1", "PJSIP/1000", "Ring", "1000", "022147111");
    String trunk = Pbx.channel("3.2", "PJSIP/trunk", "Down", "");
    List<InteractionEvent> events = said(
        pbx.created(out),
        pbx.dial(out, trunk, ""),
        pbx.dial(out, trunk, "ANSWER"),
        pbx.destroyed(out, 16));
    assertEquals(Optional.of(Direction.OUT), events.get(0).direction());
    assertEquals(List.of("1000", "PJSIP/1000"), events.get(0).agents());
    assertEquals(Optional.of("022147111"), events.get(0).to());
    assertEquals(3, events.size());
    String inside = Pbx.channel("4.1", "PJSIP/1000", "Ring", "1000", "1001");
    assertEquals(List.of(), steps(pbx.created(inside), pbx.dial(inside, BEN, "")));
  }

  @Test
  void changesMissedWhileTheLineWasDownAreCaughtUp() {
    String other = Pbx.channel("5.1", "PJSIP/trunk", "Ring", "4922147222");
    said(pbx.created(TRUNK), pbx.dial(TRUNK, ANNA, ""), pbx.dial(TRUNK, ANNA, "ANSWER"));
    assertEquals(
        List.of("5.1 queued", "1.1 ended completed"), steps(pbx.registered(), pbx.channels(other)));
    assertEquals(List.of(), steps(pbx.channels(other)));
    assertEquals(List.of("5.1 ended abandoned"), steps(pbx.destroyed(other, 16)));
    assertTrue(ari.greeting().get(0).contains("shopbell-channels"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        "{\"type\":\"Dial\"}",
        "{\"type\":\"ChannelCreated\",\"channel\":{}}",
        "{\"type\":\"ChannelCreated\",\"channel\":{\"state\":\"Ring\"}}",
        "{\"type\":\"RESTResponse\",\"request_id\":\"shopbell-channels\",\"status_code\":200,\"message_body\":\"{\"}",
        "{\"type\":\"ChannelEnteredBridge\"}"
      })
  void rubbishSaysNothing(String frame) {
    assertEquals(List.of(), ari.heard(frame, NOW));
  }
}
