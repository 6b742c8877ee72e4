package shopbell.ingress.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shopbell.ingress.DoorSettings;
import shopbell.model.event.InteractionEvent;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionLifecycle;
import shopbell.model.interaction.TrackedInteraction;

/** Asterisk's transfer events, and the resulting state of the call. */
class AsteriskTransfersTest {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final String BRIDGE = "\"bridge\",\"destination_bridge\":\"b2\"";
  private static final String TRUNK = Pbx.channel("1.1", "PJSIP/trunk", "Ring", "4922147111");
  private static final String ANNA = Pbx.channel("1.2", "PJSIP/1000", "Down", "");
  private static final String BEN = Pbx.channel("1.3", "PJSIP/1001", "Down", "");
  private static final String ASKS = Pbx.channel("1.4", "PJSIP/1000", "Ring", "1000", "1001");
  private static final String LINE = Pbx.channel("1.5", "PJSIP/trunk", "Down", "");

  private final AsteriskAri ari = new AsteriskAri(new DoorSettings(
      "pbx",
      "asterisk-ari",
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.of("support")));
  private final Pbx pbx = new Pbx(NOW);
  private final List<InteractionEvent> all = new ArrayList<>();

  private List<String> steps(String... frames) {
    List<InteractionEvent> events = new ArrayList<>();
    Stream.of(frames)
        .forEach(frame -> ari.heard(frame, NOW).forEach(e -> events.add((InteractionEvent) e)));
    all.addAll(events);
    return events.stream()
        .map(e -> e.step()
            + e.agents().stream().findFirst().map(a -> " " + a).orElse("")
            + (e.agents().isEmpty() ? e.queue().map(q -> " to " + q).orElse("") : ""))
        .toList();
  }

  /** The state of the call after all events, with the agents by their endpoints. */
  private String stands() {
    Optional<TrackedInteraction> course = Optional.empty();
    for (InteractionEvent event : all) {
      course = Optional.of(InteractionLifecycle.next(course, "pbx", event, NOW));
    }
    Interaction call = course.orElseThrow().interaction();
    List<String> agents =
        call.agents().stream().filter(name -> !name.contains("/")).toList();
    return call.state() + " " + agents + call.cause().map(c -> " " + c).orElse("");
  }

  private void talksToAnna() {
    steps(
        pbx.created(TRUNK),
        pbx.created(ANNA),
        pbx.dial(TRUNK, ANNA, ""),
        pbx.dial(TRUNK, ANNA, "ANSWER"),
        pbx.entered(TRUNK),
        pbx.entered(ANNA, "1.1"));
  }

  private static String sentTo(String exten) {
    return Pbx.channel("1.1", "PJSIP/trunk", "Up", "4922147111", exten);
  }

  private void asksBen() {
    steps(
        pbx.held(ANNA, true),
        pbx.created(ASKS),
        pbx.created(BEN),
        pbx.dial(ASKS, BEN, ""),
        pbx.dial(ASKS, BEN, "RINGING"));
  }

  @Test
  void aBlindTransferRingsAtTheOtherPhone() {
    talksToAnna();
    assertEquals(
        List.of("transferred 1001", "answered 1001", "ended"),
        steps(
            pbx.blind(ANNA, TRUNK, "1001"),
            pbx.destroyed(ANNA, 16),
            pbx.created(BEN),
            pbx.dial(sentTo("1001"), BEN, ""),
            pbx.dial(sentTo("1001"), BEN, "RINGING"),
            pbx.dial(sentTo("1001"), BEN, "ANSWER"),
            pbx.destroyed(BEN, 16),
            pbx.destroyed(TRUNK, 16)));
    assertEquals("wrap-up [1001] completed", stands());
  }

  @Test
  void aBlindTransferThatNobodyPicksUpIsMissedAndWhoTalkedWrapsUp() {
    talksToAnna();
    assertEquals(
        List.of("held", "transferred 1001", "withdrawn 1001", "ended"),
        steps(
            pbx.held(ANNA, true),
            pbx.blind(ANNA, TRUNK, "1001"),
            pbx.destroyed(ANNA, 16),
            pbx.dial(sentTo("1001"), BEN, ""),
            pbx.dial(sentTo("1001"), BEN, "NOANSWER"),
            pbx.destroyed(TRUNK, 19)));
    assertEquals("wrap-up [1000] missed", stands());
  }

  @Test
  void aBlindTransferToAGroupIsOneTransferAndRingsAtAll() {
    talksToAnna();
    String carla = Pbx.channel("1.6", "PJSIP/1002", "Down", "");
    assertEquals(
        List.of("transferred to sales", "ringing 1001", "ringing 1002", "answered 1002"),
        steps(
            pbx.blind(ANNA, TRUNK, "600"),
            pbx.runs(sentTo("600"), "Queue", "sales,t"),
            pbx.dial(sentTo("600"), BEN, ""),
            pbx.dial(sentTo("600"), carla, ""),
            pbx.dial(sentTo("600"), carla, "ANSWER")));
    assertEquals("active [1002]", stands());
  }

  @Test
  void aBlindTransferToANumberOutsideIsOverHere() {
    talksToAnna();
    assertEquals(
        List.of("transferred", "ended"),
        steps(
            pbx.blind(ANNA, TRUNK, "0221999888"),
            pbx.destroyed(ANNA, 16),
            pbx.dial(sentTo("0221999888"), LINE, ""),
            pbx.dial(sentTo("0221999888"), LINE, "ANSWER"),
            pbx.entered(LINE, "1.1"),
            pbx.destroyed(LINE, 16),
            pbx.destroyed(TRUNK, 16)));
    assertEquals("wrap-up [1000] transferred", stands());
  }

  @Test
  void alsoWhereAsteriskDoesNotSayThatItWasATransfer() {
    talksToAnna();
    assertEquals(
        List.of("transferred"),
        steps(
            pbx.dial(sentTo("0221999888"), LINE, ""),
            pbx.dial(sentTo("0221999888"), LINE, "ANSWER")));
    assertEquals("wrap-up [1000] transferred", stands());
  }

  @Test
  void duringAConsultationBothSeeItAndAfterTheTransferOnlyTheSecond() {
    talksToAnna();
    asksBen();
    assertEquals("held [1000, 1001]", stands());
    assertEquals(
        List.of("answered 1001"),
        steps(pbx.dial(ASKS, BEN, "ANSWER"), pbx.entered(ASKS), pbx.entered(BEN, "1.4")));
    assertEquals("held [1000, 1001]", stands());
    assertEquals(
        List.of("transferred 1001"),
        steps(
            pbx.attended(ANNA, ASKS, TRUNK, BEN, BRIDGE),
            pbx.entered(BEN, "1.1"),
            pbx.destroyed(ASKS, 16),
            pbx.destroyed(ANNA, 16)));
    assertEquals("active [1001]", stands());
    assertEquals(List.of("ended"), steps(pbx.destroyed(BEN, 16), pbx.destroyed(TRUNK, 16)));
    assertEquals("wrap-up [1001] completed", stands());
  }

  @Test
  void whoWasOnlyAskedIsOutOfItAgain() {
    talksToAnna();
    asksBen();
    assertEquals(
        List.of("answered 1001", "withdrawn 1001", "resumed"),
        steps(
            pbx.dial(ASKS, BEN, "ANSWER"),
            pbx.destroyed(BEN, 16),
            pbx.destroyed(ASKS, 16),
            pbx.held(ANNA, false)));
    assertEquals("active [1000]", stands());
  }

  @Test
  void whoIsAskedAndDoesNotPickUpIsOutOfItAgain() {
    talksToAnna();
    asksBen();
    assertEquals(
        List.of("withdrawn 1001", "resumed"),
        steps(pbx.dial(ASKS, BEN, "NOANSWER"), pbx.destroyed(BEN, 19), pbx.held(ANNA, false)));
    assertEquals("active [1000]", stands());
  }

  @Test
  void whoPutsDownWhileTheOtherStillRingsHandsOn() {
    talksToAnna();
    asksBen();
    String dial = "\"application\",\"destination_application\":\"Dial\"";
    assertEquals(
        List.of("transferred 1001", "answered 1001"),
        steps(
            pbx.attended(ANNA, ASKS, TRUNK, "", dial),
            pbx.destroyed(ANNA, 16),
            pbx.destroyed(ASKS, 16),
            pbx.dial(TRUNK, BEN, "ANSWER")));
    assertEquals("active [1001]", stands());
  }

  @Test
  void aConsultationThatEndsInAQueueHandsOnToTheQueue() {
    talksToAnna();
    String toQueue = Pbx.channel("1.4", "PJSIP/1000", "Ring", "1000", "600");
    String queue = "\"application\",\"destination_application\":\"Queue\"";
    assertEquals(
        List.of("held", "transferred to sales", "ringing 1001", "answered 1001"),
        steps(
            pbx.held(ANNA, true),
            pbx.created(toQueue),
            pbx.runs(toQueue, "Queue", "sales,t"),
            pbx.attended(ANNA, toQueue, TRUNK, "", queue),
            pbx.dial(TRUNK, BEN, ""),
            pbx.dial(TRUNK, BEN, "ANSWER")));
    assertEquals("active [1001]", stands());
  }

  @Test
  void anAttendedTransferToAnOutsideLineIsOverHere() {
    talksToAnna();
    String line = Pbx.channel("1.5", "PJSIP/carrier", "Down", "");
    String outward = Pbx.channel("1.4", "PJSIP/1000", "Ring", "1000", "0221999888");
    steps(pbx.held(ANNA, true));
    List<String> own =
        steps(pbx.created(outward), pbx.dial(outward, line, ""), pbx.dial(outward, line, "ANSWER"));
    assertEquals(
        List.of("ringing 1000", "answered"),
        own.stream().map(s -> s.replace(" to support", "")).toList());
    all.removeIf(event -> event.interaction().equals("1.4"));
    assertEquals(List.of("transferred"), steps(pbx.attended(ANNA, outward, TRUNK, line, BRIDGE)));
    assertEquals("wrap-up [1000] transferred", stands());
    assertEquals(List.of("ended"), steps(pbx.destroyed(ANNA, 16), pbx.destroyed(outward, 16)));
  }

  @Test
  void inAConferenceOfThreeWhoPutsDownIsOutOfIt() {
    talksToAnna();
    asksBen();
    String three = "\"threeway\",\"destination_threeway_channel\":" + ANNA;
    assertEquals(
        List.of("answered 1001", "resumed", "withdrawn 1000"),
        steps(
            pbx.dial(ASKS, BEN, "ANSWER"),
            pbx.attended(ANNA, ASKS, TRUNK, BEN, three),
            pbx.held(ANNA, false),
            pbx.destroyed(ANNA, 16)));
    assertEquals("active [1001]", stands());
  }

  @Test
  void anOutgoingCallThatIsHandedOnGoesOnWithTheSecond() {
    String out = Pbx.channel("1.1", "PJSIP/1000", "Ring", "1000", "022147111");
    String asks = Pbx.channel("1.4", "PJSIP/1000", "Ring", "1000", "1001");
    steps(pbx.created(out), pbx.dial(out, LINE, ""), pbx.dial(out, LINE, "ANSWER"));
    assertEquals(
        List.of("held", "ringing 1001", "answered 1001", "transferred 1001"),
        steps(
            pbx.held(out, true),
            pbx.created(asks),
            pbx.dial(asks, BEN, ""),
            pbx.dial(asks, BEN, "ANSWER"),
            pbx.attended(out, asks, LINE, BEN, BRIDGE),
            pbx.destroyed(asks, 16),
            pbx.destroyed(out, 16)));
    assertEquals("active [1001]", stands());
    assertEquals(List.of("ended"), steps(pbx.destroyed(LINE, 16)));
    assertEquals("wrap-up [1001] completed", stands());
  }

  @Test
  void aTransferThatFailsChangesNothing() {
    talksToAnna();
    assertEquals(
        List.of(),
        steps(
            pbx.blind(ANNA, TRUNK, "0221999888").replace("Success", "Not Permitted"),
            pbx.attended(ANNA, ASKS, TRUNK, BEN, "\"fail\""),
            pbx.attended(ANNA, ASKS, TRUNK, BEN, BRIDGE).replace("Success", "Fail")));
    assertEquals("active [1000]", stands());
  }
}
