package shopbell.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static shopbell.model.interaction.InteractionLifecycleTest.NOW;
import static shopbell.model.interaction.InteractionLifecycleTest.after;
import static shopbell.model.interaction.InteractionLifecycleTest.course;
import static shopbell.model.interaction.InteractionLifecycleTest.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.model.event.EndCause;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionStep;
import shopbell.model.interaction.Handover;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionLifecycle;
import shopbell.model.interaction.InteractionState;
import shopbell.model.interaction.TrackedInteraction;

/** A transferred call, and one that rings from agent to agent for long. */
class TransferLifeTest {
  private static InteractionEvent toQueue(int second, String queue) {
    InteractionEvent any = step(InteractionStep.TRANSFERRED, second);
    return new InteractionEvent(
        any.key(),
        any.at(),
        any.step(),
        any.interaction(),
        any.channel(),
        any.direction(),
        any.from(),
        any.to(),
        Optional.of(queue),
        List.of(),
        Optional.empty(),
        List.of(),
        Map.of(),
        Optional.empty());
  }

  private static InteractionEvent outside(int second) {
    InteractionEvent any = toQueue(second, "none");
    return new InteractionEvent(
        any.key(),
        any.at(),
        any.step(),
        any.interaction(),
        any.channel(),
        any.direction(),
        any.from(),
        any.to(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Map.of(),
        Optional.empty());
  }

  @Test
  void aTransferToAQueueWaitsThereAndRingsAtTheNext() {
    TrackedInteraction waiting = course(List.of(
        step(InteractionStep.RINGING, 1, "anna"),
        step(InteractionStep.ANSWERED, 2, "anna"),
        toQueue(30, "tech")));
    assertEquals(InteractionState.QUEUED, waiting.interaction().state());
    assertEquals(Optional.of("tech"), waiting.interaction().queue());
    assertEquals(List.of(), waiting.interaction().agents());
    assertEquals(Optional.of(new Handover("anna", NOW.plusSeconds(30))), waiting.handover());
    assertEquals(1, waiting.transfers());
    TrackedInteraction answered = InteractionLifecycle.after(
        InteractionLifecycle.after(waiting, step(InteractionStep.RINGING, 35, "ben")),
        step(InteractionStep.ANSWERED, 38, "ben"));
    assertEquals(InteractionState.ACTIVE, answered.interaction().state());
    assertEquals(List.of("ben"), answered.interaction().agents());
    TrackedInteraction ended =
        InteractionLifecycle.after(answered, step(InteractionStep.ENDED, 60));
    assertEquals(List.of("ben"), ended.interaction().agents());
    assertEquals(Optional.of(EndCause.COMPLETED), ended.interaction().cause());
  }

  @Test
  void theAgentWhoTalkedWrapsUpAnUnansweredBlindTransfer() {
    Interaction call = after(
        step(InteractionStep.RINGING, 1, "anna"),
        step(InteractionStep.ANSWERED, 2, "anna"),
        step(InteractionStep.TRANSFERRED, 30, "ben"),
        step(InteractionStep.ENDED, 50, Optional.of(EndCause.COMPLETED)));
    assertEquals(InteractionState.WRAP_UP, call.state());
    assertEquals(List.of("anna"), call.agents());
    assertEquals(Optional.of(EndCause.MISSED), call.cause());
  }

  @Test
  void theAgentWhoTalkedWrapsUpIfTheCustomerGivesUpInTheNextQueue() {
    Interaction call = after(
        step(InteractionStep.ANSWERED, 2, "anna"),
        toQueue(30, "tech"),
        step(InteractionStep.ENDED, 50));
    assertEquals(List.of("anna"), call.agents());
    assertEquals(InteractionState.WRAP_UP, call.state());
    assertEquals(Optional.of(EndCause.ABANDONED), call.cause());
  }

  @Test
  void duringAConsultationBothSeeItAndAfterwardsOnlyTheSecond() {
    List<InteractionEvent> events = new ArrayList<>(List.of(
        step(InteractionStep.ANSWERED, 2, "anna"),
        step(InteractionStep.HELD, 20),
        step(InteractionStep.RINGING, 21, "ben")));
    assertEquals(List.of("anna", "ben"), course(events).interaction().agents());
    events.add(step(InteractionStep.ANSWERED, 25, "ben"));
    assertEquals(List.of("anna", "ben"), course(events).interaction().agents());
    events.add(step(InteractionStep.TRANSFERRED, 40, "ben"));
    assertEquals(List.of("ben"), course(events).interaction().agents());
    assertEquals(InteractionState.ACTIVE, course(events).interaction().state());
    events.add(step(InteractionStep.ENDED, 60));
    assertEquals(List.of("ben"), course(events).interaction().agents());
    assertEquals(InteractionState.WRAP_UP, course(events).interaction().state());
  }

  @Test
  void aConsultationThatComesToNothingLeavesTheFirst() {
    Interaction call = after(
        step(InteractionStep.ANSWERED, 2, "anna"),
        step(InteractionStep.HELD, 20),
        step(InteractionStep.RINGING, 21, "ben"),
        step(InteractionStep.RESUMED, 30));
    assertEquals(List.of("anna"), call.agents());
    assertEquals(InteractionState.ACTIVE, call.state());
  }

  @Test
  void aTransferToAnOutsideNumberEndsHereAndIsWrappedUp() {
    Interaction call = after(step(InteractionStep.ANSWERED, 2, "anna"), outside(30));
    assertEquals(InteractionState.WRAP_UP, call.state());
    assertEquals(List.of("anna"), call.agents());
    assertEquals(Optional.of(EndCause.TRANSFERRED), call.cause());
  }

  @Test
  void inAChainOfThreeTheLastOneWrapsUp() {
    TrackedInteraction call = course(List.of(
        step(InteractionStep.ANSWERED, 2, "anna"),
        step(InteractionStep.TRANSFERRED, 30, "ben"),
        step(InteractionStep.ANSWERED, 35, "ben"),
        toQueue(60, "tech"),
        step(InteractionStep.RINGING, 65, "carla"),
        step(InteractionStep.ANSWERED, 70, "carla"),
        step(InteractionStep.ENDED, 90)));
    assertEquals(List.of("carla"), call.interaction().agents());
    assertEquals("ben", call.handover().orElseThrow().agent());
    assertEquals(2, call.transfers());
    assertEquals(Optional.of(EndCause.COMPLETED), call.interaction().cause());
  }

  @Test
  void whoPutsDownWhileTheOtherTalksOnIsOutOfIt() {
    Interaction call = after(
        step(InteractionStep.ANSWERED, 2, "anna"),
        step(InteractionStep.WITHDRAWN, 20, "anna"),
        step(InteractionStep.ANSWERED, 25, "ben"),
        step(InteractionStep.ENDED, 60));
    assertEquals(List.of("ben"), call.agents());
  }

  @Test
  void anAnswerAfterHundredsOfRoundsCountsAndTheStepsStayFew() {
    List<InteractionEvent> events = new ArrayList<>(List.of(step(InteractionStep.QUEUED, 0)));
    for (int round = 0; round < 500; round++) {
      String agent = "agent-" + round % 7;
      events.add(step(InteractionStep.RINGING, 2 * round + 1, agent));
      events.add(step(InteractionStep.WITHDRAWN, 2 * round + 2, agent));
    }
    events.add(step(InteractionStep.RINGING, 2_000, "anna"));
    events.add(step(InteractionStep.ANSWERED, 2_005, "anna"));
    TrackedInteraction talking = course(events);
    assertEquals(InteractionState.ACTIVE, talking.interaction().state());
    assertEquals(List.of("anna"), talking.interaction().agents());
    TrackedInteraction ended =
        InteractionLifecycle.after(talking, step(InteractionStep.ENDED, 2_100));
    assertEquals(InteractionState.WRAP_UP, ended.interaction().state());
    assertEquals(true, ended.steps().size() <= 200);
  }

  private static InteractionEvent anything(Random random, int second) {
    String agent = "agent-" + random.nextInt(300);
    InteractionStep next = random.nextInt(20) == 0
        ? random.nextBoolean() ? InteractionStep.ANSWERED : InteractionStep.TRANSFERRED
        : List.of(
                InteractionStep.QUEUED,
                InteractionStep.RINGING,
                InteractionStep.WITHDRAWN,
                InteractionStep.HELD,
                InteractionStep.RESUMED)
            .get(random.nextInt(5));
    return step(
        next, second, next == InteractionStep.QUEUED ? new String[0] : new String[] {agent});
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void howeverLongACallIsAnswersTransfersAndTheEndAreNeverLost(long seed) {
    Random random = new Random(seed);
    List<InteractionEvent> events = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      events.add(anything(random, i));
    }
    events.add(step(InteractionStep.RINGING, 700, "anna"));
    events.add(step(InteractionStep.ANSWERED, 701, "anna"));
    events.add(step(InteractionStep.TRANSFERRED, 702, "ben"));
    events.add(step(InteractionStep.ANSWERED, 703, "ben"));
    events.add(step(InteractionStep.ENDED, 704));
    TrackedInteraction call = course(events);
    assertEquals(List.of("ben"), call.interaction().agents());
    assertEquals(InteractionState.WRAP_UP, call.interaction().state());
    assertEquals(Optional.of(EndCause.COMPLETED), call.interaction().cause());
    assertEquals(
        events.stream()
            .filter(e -> e.step() == InteractionStep.ANSWERED)
            .findFirst()
            .map(InteractionEvent::at),
        call.interaction().answeredAt());
    assertEquals(true, call.steps().size() <= 200);
  }
}
