package shopbell.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static shopbell.model.LifeTest.NOW;
import static shopbell.model.LifeTest.step;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A sender's id that is used again after its end. */
class NextContactTest {
  private static final Optional<Cause> MISSED = Optional.of(Cause.MISSED);

  private static Course course(Inbound... events) {
    Optional<Course> course = Optional.empty();
    for (Inbound event : events) {
      course = Optional.of(Life.next(course, "pbx", event, NOW));
    }
    return course.orElseThrow();
  }

  private static Course ended() {
    return course(
        step(Step.RINGING, 1, "anna"), step(Step.ANSWERED, 2, "anna"), step(Step.ENDED, 60));
  }

  private static Course next(Course before, Inbound event) {
    return Life.next(Optional.of(before), "pbx", event, NOW);
  }

  private static InteractionMessage written(String id, int second, Author author) {
    return new InteractionMessage(
        "m" + id, NOW.plusSeconds(second), "c1", id, author, "Hello?", MessageChange.SENT);
  }

  private static InteractionEvent inChat(Step step, int second) {
    InteractionEvent any = LifeTest.step(step, second, "anna");
    return new InteractionEvent(
        any.key(),
        any.at(),
        step,
        any.interaction(),
        Optional.of(Channel.CHAT),
        any.direction(),
        any.from(),
        any.to(),
        any.queue(),
        any.agents(),
        Optional.empty(),
        any.handles(),
        any.attributes(),
        any.parent());
  }

  @Test
  void aCallWithTheIdOfOneThatHasEndedIsANewOne() {
    Course first = ended();
    Course second = next(first, step(Step.RINGING, 90, "ben"));
    assertNotEquals(first.interaction().id(), second.interaction().id());
    assertEquals(State.RINGING, second.interaction().state());
    assertEquals(List.of("ben"), second.interaction().agents());
    assertEquals(Optional.empty(), second.interaction().answeredAt());
    assertEquals("c1", second.interaction().senderId());
    assertEquals(first.interaction().id(), second.first());
    Course third = next(next(second, step(Step.ENDED, 120)), step(Step.QUEUED, 180));
    assertEquals(2, third.reuse().orElseThrow().earlier());
    assertEquals(second.interaction().id(), third.reuse().orElseThrow().before());
  }

  @ParameterizedTest
  @CsvSource({
    "RINGING, 1",
    "RINGING, 30",
    "RINGING, 60",
    "QUEUED, 59",
    "ANSWERED, 90",
    "ENDED, 90",
    "TRANSFERRED, 90",
    "HELD, 90",
    "WITHDRAWN, 90"
  })
  void whatIsToldLateOrBeginsNothingIsOfTheOneThatHasEnded(Step told, int second) {
    Course late = next(ended(), step(told, second, "anna"));
    assertEquals(Optional.empty(), late.reuse());
    assertEquals(State.WRAP_UP, late.interaction().state());
  }

  @Test
  void aBeginningThatItsEndHasOvertakenIsNoNewCall() {
    Course over = course(step(Step.ENDED, 60));
    assertEquals(Optional.empty(), next(over, step(Step.RINGING, 61, "anna")).reuse());
    assertEquals(
        1, next(over, step(Step.RINGING, 120, "anna")).reuse().orElseThrow().earlier());
  }

  @Test
  void whatHappenedBeforeTheNewestBeganIsOfTheOneBefore() {
    Course first = ended();
    Course second = next(first, step(Step.RINGING, 90, "ben"));
    assertEquals(Optional.of(first.interaction().id()), Life.late(second, step(Step.ENDED, 61)));
    assertEquals(Optional.empty(), Life.late(second, step(Step.ENDED, 95)));
    assertEquals(Optional.empty(), Life.late(second, written("m1", 61, Author.CUSTOMER)));
    assertEquals(Optional.empty(), Life.late(first, step(Step.ENDED, 0)));
  }

  @ParameterizedTest
  @EnumSource(names = {"MISSED", "REJECTED", "FORWARDED"})
  void aGroupThatMovesOnAtOnceIsTheSameCall(Cause cause) {
    Course moved = course(
        step(Step.RINGING, 1, "anna"),
        step(Step.ENDED, 20, Optional.of(cause)),
        step(Step.RINGING, 21, "ben"));
    assertEquals(Optional.empty(), moved.reuse());
    assertEquals(State.RINGING, moved.interaction().state());
    assertEquals(List.of("ben"), moved.interaction().agents());
    assertEquals(Optional.empty(), moved.interaction().cause());
    assertEquals(Optional.empty(), moved.interaction().endedAt());
    assertEquals(0, moved.transfers());
    Course over = next(next(moved, step(Step.ANSWERED, 25, "ben")), step(Step.ENDED, 60));
    assertEquals(State.WRAP_UP, over.interaction().state());
    assertEquals(Optional.of(Cause.COMPLETED), over.interaction().cause());
  }

  @Test
  void whoeverCallsAgainLaterIsNotMovedOn() {
    Course missed = course(step(Step.RINGING, 1, "anna"), step(Step.ENDED, 20, MISSED));
    assertEquals(
        1, next(missed, step(Step.RINGING, 90, "ben")).reuse().orElseThrow().earlier());
    Course gaveUp =
        course(step(Step.RINGING, 1, "anna"), step(Step.ENDED, 20, Optional.of(Cause.ABANDONED)));
    assertEquals(
        1, next(gaveUp, step(Step.RINGING, 22, "ben")).reuse().orElseThrow().earlier());
  }

  @Test
  void aCallThatComesBackFromAnAgentWhoDidNotPickUpIsTheSame() {
    Course back = course(
        step(Step.ANSWERED, 2, "anna"),
        step(Step.TRANSFERRED, 30, "ben"),
        step(Step.ENDED, 50, MISSED),
        step(Step.RINGING, 51, "anna"));
    assertEquals(Optional.empty(), back.reuse());
    assertEquals(State.RINGING, back.interaction().state());
    assertEquals(List.of("anna"), back.interaction().agents());
  }

  @Test
  void whoeverOfAGroupPicksUpAfterAnothersLegHasEndedHasTheCall() {
    Course call = course(
        step(Step.RINGING, 1, "anna", "ben"),
        step(Step.ENDED, 20, MISSED),
        step(Step.ANSWERED, 35, "ben"));
    assertEquals(State.ACTIVE, call.interaction().state());
    assertEquals(List.of("ben"), call.interaction().agents());
    assertEquals(Optional.empty(), call.interaction().cause());
    assertEquals(
        Optional.of(Cause.COMPLETED),
        next(call, step(Step.ENDED, 60)).interaction().cause());
  }

  @Test
  void theMailboxThatTakesAMissedCallIsItsEnd() {
    Course call = course(
        step(Step.RINGING, 1, "anna"),
        step(Step.ENDED, 20, MISSED),
        step(Step.ENDED, 21, Optional.of(Cause.VOICEMAIL)),
        step(Step.ENDED, 60, Optional.of(Cause.COMPLETED)));
    assertEquals(Optional.of(Cause.VOICEMAIL), call.interaction().cause());
    assertEquals(State.CLOSED, call.interaction().state());
  }

  @Test
  void aCustomerWhoWritesAfterTheEndBeginsANewContactInTheSameThread() {
    Course first = course(written("m1", 0, Author.CUSTOMER), inChat(Step.ANSWERED, 2));
    Course chosen = Life.chosen(next(first, inChat(Step.ENDED, 60)), new UUID(0, 7));
    Course second = next(chosen, written("m2", 90, Author.CUSTOMER));
    assertNotEquals(first.interaction().id(), second.interaction().id());
    assertEquals(State.QUEUED, second.interaction().state());
    assertEquals(Optional.of("support"), second.interaction().queue());
    assertEquals(first.interaction().from(), second.interaction().from());
    assertEquals(chosen.customer(), second.customer());
    assertEquals(List.of("m1", "m2"), ids(second));
    Course ringing = next(second, step(Step.RINGING, 95, "ben"));
    assertEquals(State.RINGING, ringing.interaction().state());
    assertEquals(second.interaction().id(), ringing.interaction().id());
  }

  @Test
  void whatWasSaidInACallMayBeWrittenDownAfterItsEnd() {
    assertEquals(
        Optional.empty(), next(ended(), written("m1", 90, Author.CUSTOMER)).reuse());
  }

  private static List<String> ids(Course course) {
    return course.interaction().messages().stream().map(Interaction.Message::id).toList();
  }

  @Test
  void whatAgentsAndProgramsWriteAfterTheEndBeginsNothing() {
    Course chat = course(written("m1", 0, Author.CUSTOMER), inChat(Step.ENDED, 60));
    assertEquals(Optional.empty(), next(chat, written("m2", 90, Author.AGENT)).reuse());
    assertEquals(Optional.empty(), next(chat, written("m3", 90, Author.SYSTEM)).reuse());
    assertEquals(
        Optional.empty(), next(chat, written("m4", 30, Author.CUSTOMER)).reuse());
    assertEquals(
        Optional.empty(), next(chat, written("m1", 90, Author.CUSTOMER)).reuse());
  }

  @Test
  void whatAnAgentHasWrappedUpIsOverToo() {
    Course done = Life.wrappedUp(
        course(written("m1", 0, Author.CUSTOMER), inChat(Step.ANSWERED, 2)), NOW.plusSeconds(60));
    assertEquals(
        1, next(done, written("m2", 90, Author.CUSTOMER)).reuse().orElseThrow().earlier());
  }
}
