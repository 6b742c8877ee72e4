package shopbell.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static shopbell.model.LifeTest.NOW;
import static shopbell.model.LifeTest.after;
import static shopbell.model.LifeTest.course;
import static shopbell.model.LifeTest.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that is handed on, and one that rings from agent to agent for long. */
class TransferLifeTest {
  private static InteractionEvent toQueue(int second, String queue) {
    InteractionEvent any = step(Step.TRANSFERRED, second);
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
    Course waiting = course(List.of(
        step(Step.RINGING, 1, "anna"), step(Step.ANSWERED, 2, "anna"), toQueue(30, "tech")));
    assertEquals(State.QUEUED, waiting.interaction().state());
    assertEquals(Optional.of("tech"), waiting.interaction().queue());
    assertEquals(List.of(), waiting.interaction().agents());
    assertEquals(Optional.of(new Handover("anna", NOW.plusSeconds(30))), waiting.handover());
    assertEquals(1, waiting.transfers());
    Course answered = Life.after(
        Life.after(waiting, step(Step.RINGING, 35, "ben")), step(Step.ANSWERED, 38, "ben"));
    assertEquals(State.ACTIVE, answered.interaction().state());
    assertEquals(List.of("ben"), answered.interaction().agents());
    Course ended = Life.after(answered, step(Step.ENDED, 60));
    assertEquals(List.of("ben"), ended.interaction().agents());
    assertEquals(Optional.of(Cause.COMPLETED), ended.interaction().cause());
  }

  @Test
  void whoTalkedWrapsUpWhereNobodyPicksUpAfterABlindTransfer() {
    Interaction call = after(
        step(Step.RINGING, 1, "anna"),
        step(Step.ANSWERED, 2, "anna"),
        step(Step.TRANSFERRED, 30, "ben"),
        step(Step.ENDED, 50, Optional.of(Cause.COMPLETED)));
    assertEquals(State.WRAP_UP, call.state());
    assertEquals(List.of("anna"), call.agents());
    assertEquals(Optional.of(Cause.MISSED), call.cause());
  }

  @Test
  void whoTalkedWrapsUpWhereTheCustomerGivesUpInTheNextQueue() {
    Interaction call =
        after(step(Step.ANSWERED, 2, "anna"), toQueue(30, "tech"), step(Step.ENDED, 50));
    assertEquals(List.of("anna"), call.agents());
    assertEquals(State.WRAP_UP, call.state());
    assertEquals(Optional.of(Cause.ABANDONED), call.cause());
  }

  @Test
  void duringAConsultationBothSeeItAndAfterwardsOnlyTheSecond() {
    List<InteractionEvent> events = new ArrayList<>(List.of(
        step(Step.ANSWERED, 2, "anna"), step(Step.HELD, 20), step(Step.RINGING, 21, "ben")));
    assertEquals(List.of("anna", "ben"), course(events).interaction().agents());
    events.add(step(Step.ANSWERED, 25, "ben"));
    assertEquals(List.of("anna", "ben"), course(events).interaction().agents());
    events.add(step(Step.TRANSFERRED, 40, "ben"));
    assertEquals(List.of("ben"), course(events).interaction().agents());
    assertEquals(State.ACTIVE, course(events).interaction().state());
    events.add(step(Step.ENDED, 60));
    assertEquals(List.of("ben"), course(events).interaction().agents());
    assertEquals(State.WRAP_UP, course(events).interaction().state());
  }

  @Test
  void aConsultationThatComesToNothingLeavesTheFirst() {
    Interaction call = after(
        step(Step.ANSWERED, 2, "anna"),
        step(Step.HELD, 20),
        step(Step.RINGING, 21, "ben"),
        step(Step.RESUMED, 30));
    assertEquals(List.of("anna"), call.agents());
    assertEquals(State.ACTIVE, call.state());
  }

  @Test
  void aTransferToAnOutsideNumberEndsHereAndIsWrappedUp() {
    Interaction call = after(step(Step.ANSWERED, 2, "anna"), outside(30));
    assertEquals(State.WRAP_UP, call.state());
    assertEquals(List.of("anna"), call.agents());
    assertEquals(Optional.of(Cause.TRANSFERRED), call.cause());
  }

  @Test
  void inAChainOfThreeTheLastOneWrapsUp() {
    Course call = course(List.of(
        step(Step.ANSWERED, 2, "anna"),
        step(Step.TRANSFERRED, 30, "ben"),
        step(Step.ANSWERED, 35, "ben"),
        toQueue(60, "tech"),
        step(Step.RINGING, 65, "carla"),
        step(Step.ANSWERED, 70, "carla"),
        step(Step.ENDED, 90)));
    assertEquals(List.of("carla"), call.interaction().agents());
    assertEquals("ben", call.handover().orElseThrow().agent());
    assertEquals(2, call.transfers());
    assertEquals(Optional.of(Cause.COMPLETED), call.interaction().cause());
  }

  @Test
  void whoPutsDownWhileTheOtherTalksOnIsOutOfIt() {
    Interaction call = after(
        step(Step.ANSWERED, 2, "anna"),
        step(Step.WITHDRAWN, 20, "anna"),
        step(Step.ANSWERED, 25, "ben"),
        step(Step.ENDED, 60));
    assertEquals(List.of("ben"), call.agents());
  }

  @Test
  void anAnswerAfterHundredsOfRoundsCountsAndTheStepsStayFew() {
    List<InteractionEvent> events = new ArrayList<>(List.of(step(Step.QUEUED, 0)));
    for (int round = 0; round < 500; round++) {
      String agent = "agent-" + round % 7;
      events.add(step(Step.RINGING, 2 * round + 1, agent));
      events.add(step(Step.WITHDRAWN, 2 * round + 2, agent));
    }
    events.add(step(Step.RINGING, 2_000, "anna"));
    events.add(step(Step.ANSWERED, 2_005, "anna"));
    Course talking = course(events);
    assertEquals(State.ACTIVE, talking.interaction().state());
    assertEquals(List.of("anna"), talking.interaction().agents());
    Course ended = Life.after(talking, step(Step.ENDED, 2_100));
    assertEquals(State.WRAP_UP, ended.interaction().state());
    assertEquals(true, ended.steps().size() <= 200);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void howeverLongACallIsAnswersTransfersAndTheEndAreNeverLost(long seed) {
    Random random = new Random(seed);
    List<InteractionEvent> events = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      String agent = "agent-" + random.nextInt(300);
      Step step = random.nextInt(20) == 0
          ? random.nextBoolean() ? Step.ANSWERED : Step.TRANSFERRED
          : List.of(Step.QUEUED, Step.RINGING, Step.WITHDRAWN, Step.HELD, Step.RESUMED)
              .get(random.nextInt(5));
      events.add(step(step, i, step == Step.QUEUED ? new String[0] : new String[] {agent}));
    }
    events.add(step(Step.RINGING, 700, "anna"));
    events.add(step(Step.ANSWERED, 701, "anna"));
    events.add(step(Step.TRANSFERRED, 702, "ben"));
    events.add(step(Step.ANSWERED, 703, "ben"));
    events.add(step(Step.ENDED, 704));
    Course call = course(events);
    assertEquals(List.of("ben"), call.interaction().agents());
    assertEquals(State.WRAP_UP, call.interaction().state());
    assertEquals(Optional.of(Cause.COMPLETED), call.interaction().cause());
    assertEquals(
        events.stream()
            .filter(e -> e.step() == Step.ANSWERED)
            .findFirst()
            .map(InteractionEvent::at),
        call.interaction().answeredAt());
    assertEquals(true, call.steps().size() <= 200);
  }
}
