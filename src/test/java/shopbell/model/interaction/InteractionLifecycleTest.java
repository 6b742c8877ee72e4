package shopbell.model.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.json.Json;
import shopbell.model.Channel;
import shopbell.model.Direction;
import shopbell.model.event.EndCause;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionMessage;
import shopbell.model.event.InteractionStep;
import shopbell.model.event.MessageAuthor;
import shopbell.model.event.MessageChange;

/** Also builds interactions for other tests. */
public class InteractionLifecycleTest {
  public static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

  /** A step at {@code second} of the test's minute. */
  public static InteractionEvent step(
      InteractionStep interactionStep, int second, String... agents) {
    return step(interactionStep, second, Optional.empty(), agents);
  }

  /** The same with the cause of an end. */
  public static InteractionEvent step(
      InteractionStep interactionStep, int second, Optional<EndCause> cause, String... agents) {
    return new InteractionEvent(
        interactionStep + "-" + second,
        NOW.plusSeconds(second),
        interactionStep,
        "c1",
        Optional.of(Channel.CALL),
        Optional.of(Direction.IN),
        Optional.of("+492214710334"),
        Optional.empty(),
        Optional.of("support"),
        List.of(agents),
        cause,
        List.of(),
        Map.of(),
        Optional.empty());
  }

  /** The state after all events. */
  public static TrackedInteraction course(List<InteractionEvent> events) {
    TrackedInteraction tracked = null;
    for (InteractionEvent event : events) {
      tracked = tracked == null
          ? InteractionLifecycle.begin("pbx", event, NOW)
          : InteractionLifecycle.after(tracked, event);
    }
    return tracked;
  }

  /** The interaction after all events. */
  public static Interaction after(InteractionEvent... events) {
    return course(List.of(events)).interaction();
  }

  @Test
  void aCallThatIsTalkedAndEndedWaitsForItsWrapUp() {
    Interaction call = after(
        step(InteractionStep.QUEUED, 0),
        step(InteractionStep.RINGING, 1, "anna", "ben"),
        step(InteractionStep.ANSWERED, 5, "ben"),
        step(InteractionStep.ENDED, 60));
    assertEquals(InteractionState.WRAP_UP, call.state());
    assertEquals(List.of("ben"), call.agents());
    assertEquals(Optional.of(EndCause.COMPLETED), call.cause());
    assertEquals(Optional.of(NOW.plusSeconds(5)), call.answeredAt());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void inWhateverOrderAndHoweverOftenEventsComeTheCallIsTheSame(long seed) {
    List<InteractionEvent> events = List.of(
        step(InteractionStep.QUEUED, 0),
        step(InteractionStep.RINGING, 1, "anna"),
        step(InteractionStep.WITHDRAWN, 4, "anna"),
        step(InteractionStep.RINGING, 5, "ben"),
        step(InteractionStep.ANSWERED, 9, "ben"),
        step(InteractionStep.HELD, 20),
        step(InteractionStep.RESUMED, 25),
        step(InteractionStep.TRANSFERRED, 40, "carla"),
        step(InteractionStep.ANSWERED, 45, "carla"),
        step(InteractionStep.ENDED, 90));
    Interaction inOrder = course(events).interaction();
    List<InteractionEvent> shuffled = new ArrayList<>(events);
    shuffled.addAll(events.subList(2, 6));
    Collections.shuffle(shuffled, new Random(seed));
    Interaction call = course(shuffled).interaction();
    assertEquals(inOrder.state(), call.state());
    assertEquals(inOrder.agents(), call.agents());
    assertEquals(inOrder.cause(), call.cause());
    assertEquals(inOrder.answeredAt(), call.answeredAt());
  }

  @Test
  void aRingAfterTheEndChangesNothing() {
    Interaction call = after(
        step(InteractionStep.RINGING, 1, "anna"),
        step(InteractionStep.ENDED, 9),
        step(InteractionStep.RINGING, 12, "ben"));
    assertEquals(InteractionState.CLOSED, call.state());
    assertEquals(Optional.of(EndCause.ABANDONED), call.cause());
  }

  @Test
  void aCallNobodyTookIsClosedWithItsCause() {
    assertEquals(
        Optional.of(EndCause.MISSED),
        after(
                step(InteractionStep.RINGING, 1, "anna"),
                step(InteractionStep.ENDED, 20, Optional.of(EndCause.MISSED)))
            .cause());
  }

  @Test
  void anAgentWhoIsWithdrawnStopsRingingAndWithoutAgentsTheCallWaits() {
    Interaction one = after(
        step(InteractionStep.RINGING, 1, "anna", "ben"),
        step(InteractionStep.WITHDRAWN, 5, "anna"));
    assertEquals(List.of("ben"), one.agents());
    Interaction none =
        after(step(InteractionStep.RINGING, 1, "anna"), step(InteractionStep.WITHDRAWN, 5, "anna"));
    assertEquals(InteractionState.QUEUED, none.state());
  }

  @Test
  void aTransferToOthersRingsThere() {
    Interaction call = after(
        step(InteractionStep.ANSWERED, 1, "anna"), step(InteractionStep.TRANSFERRED, 30, "carla"));
    assertEquals(InteractionState.RINGING, call.state());
    assertEquals(List.of("carla"), call.agents());
  }

  @Test
  void aContactThatAnAgentHasClosedStaysClosed() {
    TrackedInteraction done = InteractionLifecycle.wrappedUp(
        course(List.of(step(InteractionStep.ANSWERED, 1, "anna"), step(InteractionStep.ENDED, 9))),
        NOW.plusSeconds(60));
    assertEquals(
        InteractionState.CLOSED,
        InteractionLifecycle.after(done, step(InteractionStep.HELD, 70))
            .interaction()
            .state());
  }

  @Test
  void messagesStandInTheOrderOfTheirTimeAndOnce() {
    InteractionMessage second = said("m2", 2, "second", MessageChange.SENT);
    InteractionMessage first = said("m1", 1, "first", MessageChange.SENT);
    TrackedInteraction chat = InteractionLifecycle.after(
        InteractionLifecycle.after(InteractionLifecycle.begin("events", second, NOW), first),
        first);
    assertEquals(
        List.of("first", "second"),
        chat.interaction().messages().stream().map(m -> m.text()).toList());
    assertEquals(Channel.CHAT, chat.interaction().channel());
  }

  private static InteractionMessage said(String id, int second, String text, MessageChange change) {
    return new InteractionMessage(
        id + change + second,
        NOW.plusSeconds(second),
        "chat",
        id,
        MessageAuthor.CUSTOMER,
        text,
        change);
  }

  private static List<Interaction.Message> chat(List<InteractionMessage> words) {
    TrackedInteraction chat = InteractionLifecycle.begin("events", words.get(0), NOW);
    for (InteractionMessage word : words) {
      chat = InteractionLifecycle.after(chat, word);
    }
    return chat.interaction().messages();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void inWhateverOrderEditsAndDeletionsComeTheChatIsTheSame(long seed) {
    List<InteractionMessage> words = new ArrayList<>(List.of(
        said("a", 1, "hallo", MessageChange.SENT),
        said("b", 2, "4711", MessageChange.SENT),
        said("c", 3, "oops", MessageChange.SENT),
        said("b", 5, "4712", MessageChange.EDITED),
        said("b", 7, "4713", MessageChange.EDITED),
        said("c", 9, "", MessageChange.DELETED),
        said("c", 10, "late edit", MessageChange.EDITED)));
    Collections.shuffle(words, new Random(seed));
    List<Interaction.Message> messages = chat(words);
    assertEquals(
        List.of("hallo", "4713", ""),
        messages.stream().map(Interaction.Message::text).toList());
    assertEquals(
        List.of(NOW.plusSeconds(1), NOW.plusSeconds(2), NOW.plusSeconds(3)),
        messages.stream().map(Interaction.Message::at).toList());
    assertEquals(Optional.of(NOW.plusSeconds(7)), messages.get(1).editedAt());
    assertEquals(Optional.of(NOW.plusSeconds(9)), messages.get(2).deletedAt());
  }

  @Test
  void anEditThatSaysTheSameIsNone() {
    InteractionMessage first = said("a", 1, "hallo", MessageChange.SENT);
    List<Interaction.Message> messages =
        chat(List.of(first, said("a", 5, "hallo", MessageChange.EDITED)));
    assertEquals(Optional.empty(), messages.get(0).editedAt());
  }

  @Test
  void aMessageThatWasKeptByAnEarlierReleaseIsRead() {
    Interaction.Message old = Json.read(
        "{\"id\":\"a\",\"at\":\"2026-03-10T10:00:00Z\",\"author\":\"customer\",\"text\":\"x\"}",
        Interaction.Message.class);
    assertEquals(Optional.empty(), old.editedAt());
    assertEquals(Optional.empty(), old.deletedAt());
  }

  @Test
  void aSendersClockThatIsYearsOffIsNotBelieved() {
    InteractionEvent old =
        step(InteractionStep.QUEUED, -(int) Duration.ofDays(400).toSeconds());
    assertEquals(NOW, InteractionLifecycle.begin("pbx", old, NOW).interaction().arrivedAt());
  }
}
