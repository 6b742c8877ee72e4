package shopbell.model;

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

class LifeTest {
  static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

  static InteractionEvent step(Step step, int second, String... agents) {
    return step(step, second, Optional.empty(), agents);
  }

  static InteractionEvent step(Step step, int second, Optional<Cause> cause, String... agents) {
    return new InteractionEvent(
        step + "-" + second,
        NOW.plusSeconds(second),
        step,
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

  static Course course(List<InteractionEvent> events) {
    Course course = null;
    for (InteractionEvent event : events) {
      course = course == null ? Life.begin("pbx", event, NOW) : Life.after(course, event);
    }
    return course;
  }

  static Interaction after(InteractionEvent... events) {
    return course(List.of(events)).interaction();
  }

  @Test
  void aCallThatIsTalkedAndEndedWaitsForItsWrapUp() {
    Interaction call = after(
        step(Step.QUEUED, 0),
        step(Step.RINGING, 1, "anna", "ben"),
        step(Step.ANSWERED, 5, "ben"),
        step(Step.ENDED, 60));
    assertEquals(State.WRAP_UP, call.state());
    assertEquals(List.of("ben"), call.agents());
    assertEquals(Optional.of(Cause.COMPLETED), call.cause());
    assertEquals(Optional.of(NOW.plusSeconds(5)), call.answeredAt());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void inWhateverOrderAndHoweverOftenEventsComeTheCallIsTheSame(long seed) {
    List<InteractionEvent> events = List.of(
        step(Step.QUEUED, 0),
        step(Step.RINGING, 1, "anna"),
        step(Step.WITHDRAWN, 4, "anna"),
        step(Step.RINGING, 5, "ben"),
        step(Step.ANSWERED, 9, "ben"),
        step(Step.HELD, 20),
        step(Step.RESUMED, 25),
        step(Step.TRANSFERRED, 40, "carla"),
        step(Step.ANSWERED, 45, "carla"),
        step(Step.ENDED, 90));
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
    Interaction call =
        after(step(Step.RINGING, 1, "anna"), step(Step.ENDED, 9), step(Step.RINGING, 12, "ben"));
    assertEquals(State.CLOSED, call.state());
    assertEquals(Optional.of(Cause.ABANDONED), call.cause());
  }

  @Test
  void aCallNobodyTookIsClosedWithItsCause() {
    assertEquals(
        Optional.of(Cause.MISSED),
        after(step(Step.RINGING, 1, "anna"), step(Step.ENDED, 20, Optional.of(Cause.MISSED)))
            .cause());
  }

  @Test
  void whoeverIsWithdrawnIsNoLongerRungAndNobodyLeftMeansItWaits() {
    Interaction one = after(step(Step.RINGING, 1, "anna", "ben"), step(Step.WITHDRAWN, 5, "anna"));
    assertEquals(List.of("ben"), one.agents());
    Interaction none = after(step(Step.RINGING, 1, "anna"), step(Step.WITHDRAWN, 5, "anna"));
    assertEquals(State.QUEUED, none.state());
  }

  @Test
  void aTransferToOthersRingsThere() {
    Interaction call = after(step(Step.ANSWERED, 1, "anna"), step(Step.TRANSFERRED, 30, "carla"));
    assertEquals(State.RINGING, call.state());
    assertEquals(List.of("carla"), call.agents());
  }

  @Test
  void whatAnAgentHasClosedStaysClosed() {
    Course done = Life.wrappedUp(
        course(List.of(step(Step.ANSWERED, 1, "anna"), step(Step.ENDED, 9))), NOW.plusSeconds(60));
    assertEquals(
        State.CLOSED, Life.after(done, step(Step.HELD, 70)).interaction().state());
  }

  @Test
  void messagesStandInTheOrderOfTheirTimeAndOnce() {
    InteractionMessage second = said("m2", 2, "second", MessageChange.SENT);
    InteractionMessage first = said("m1", 1, "first", MessageChange.SENT);
    Course chat = Life.after(Life.after(Life.begin("events", second, NOW), first), first);
    assertEquals(
        List.of("first", "second"),
        chat.interaction().messages().stream().map(m -> m.text()).toList());
    assertEquals(Channel.CHAT, chat.interaction().channel());
  }

  private static InteractionMessage said(String id, int second, String text, MessageChange change) {
    return new InteractionMessage(
        id + change + second, NOW.plusSeconds(second), "chat", id, Author.CUSTOMER, text, change);
  }

  private static List<Interaction.Message> chat(List<InteractionMessage> words) {
    Course chat = Life.begin("events", words.get(0), NOW);
    for (InteractionMessage word : words) {
      chat = Life.after(chat, word);
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
    InteractionEvent old = step(Step.QUEUED, -(int) Duration.ofDays(400).toSeconds());
    assertEquals(NOW, Life.begin("pbx", old, NOW).interaction().arrivedAt());
  }
}
