package shopbell.model.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static shopbell.model.interaction.InteractionLifecycleTest.NOW;
import static shopbell.model.interaction.InteractionLifecycleTest.step;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import shopbell.model.Channel;
import shopbell.model.event.EndCause;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionMessage;
import shopbell.model.event.InteractionStep;
import shopbell.model.event.MessageAuthor;
import shopbell.model.event.MessageChange;

/** A sender's id that is reused after its end. */
class NextContactTest {
  private static final Optional<EndCause> MISSED = Optional.of(EndCause.MISSED);

  private static TrackedInteraction course(Inbound... events) {
    Optional<TrackedInteraction> course = Optional.empty();
    for (Inbound event : events) {
      course = Optional.of(InteractionLifecycle.next(course, "pbx", event, NOW));
    }
    return course.orElseThrow();
  }

  private static TrackedInteraction ended() {
    return course(
        step(InteractionStep.RINGING, 1, "anna"),
        step(InteractionStep.ANSWERED, 2, "anna"),
        step(InteractionStep.ENDED, 60));
  }

  private static TrackedInteraction next(TrackedInteraction before, Inbound event) {
    return InteractionLifecycle.next(Optional.of(before), "pbx", event, NOW);
  }

  private static InteractionMessage written(String id, int second, MessageAuthor messageAuthor) {
    return new InteractionMessage(
        "m" + id, NOW.plusSeconds(second), "c1", id, messageAuthor, "Hello?", MessageChange.SENT);
  }

  private static InteractionEvent inChat(InteractionStep interactionStep, int second) {
    InteractionEvent any = InteractionLifecycleTest.step(interactionStep, second, "anna");
    return new InteractionEvent(
        any.key(),
        any.at(),
        interactionStep,
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
    TrackedInteraction first = ended();
    TrackedInteraction second = next(first, step(InteractionStep.RINGING, 90, "ben"));
    assertNotEquals(first.interaction().id(), second.interaction().id());
    assertEquals(InteractionState.RINGING, second.interaction().state());
    assertEquals(List.of("ben"), second.interaction().agents());
    assertEquals(Optional.empty(), second.interaction().answeredAt());
    assertEquals("c1", second.interaction().senderId());
    assertEquals(first.interaction().id(), second.first());
    TrackedInteraction third =
        next(next(second, step(InteractionStep.ENDED, 120)), step(InteractionStep.QUEUED, 180));
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
  void whatIsToldLateOrBeginsNothingIsOfTheOneThatHasEnded(InteractionStep told, int second) {
    TrackedInteraction late = next(ended(), step(told, second, "anna"));
    assertEquals(Optional.empty(), late.reuse());
    assertEquals(InteractionState.WRAP_UP, late.interaction().state());
  }

  @Test
  void aBeginningThatItsEndHasOvertakenIsNoNewCall() {
    TrackedInteraction over = course(step(InteractionStep.ENDED, 60));
    assertEquals(
        Optional.empty(), next(over, step(InteractionStep.RINGING, 61, "anna")).reuse());
    assertEquals(
        1,
        next(over, step(InteractionStep.RINGING, 120, "anna"))
            .reuse()
            .orElseThrow()
            .earlier());
  }

  @Test
  void whatHappenedBeforeTheNewestBeganIsOfTheOneBefore() {
    TrackedInteraction first = ended();
    TrackedInteraction second = next(first, step(InteractionStep.RINGING, 90, "ben"));
    assertEquals(
        Optional.of(first.interaction().id()),
        InteractionLifecycle.late(second, step(InteractionStep.ENDED, 61)));
    assertEquals(
        Optional.empty(), InteractionLifecycle.late(second, step(InteractionStep.ENDED, 95)));
    assertEquals(
        Optional.empty(),
        InteractionLifecycle.late(second, written("m1", 61, MessageAuthor.CUSTOMER)));
    assertEquals(
        Optional.empty(), InteractionLifecycle.late(first, step(InteractionStep.ENDED, 0)));
  }

  @ParameterizedTest
  @EnumSource(names = {"MISSED", "REJECTED", "FORWARDED"})
  void aGroupThatMovesOnAtOnceIsTheSameCall(EndCause endCause) {
    TrackedInteraction moved = course(
        step(InteractionStep.RINGING, 1, "anna"),
        step(InteractionStep.ENDED, 20, Optional.of(endCause)),
        step(InteractionStep.RINGING, 21, "ben"));
    assertEquals(Optional.empty(), moved.reuse());
    assertEquals(InteractionState.RINGING, moved.interaction().state());
    assertEquals(List.of("ben"), moved.interaction().agents());
    assertEquals(Optional.empty(), moved.interaction().cause());
    assertEquals(Optional.empty(), moved.interaction().endedAt());
    assertEquals(0, moved.transfers());
    TrackedInteraction over = next(
        next(moved, step(InteractionStep.ANSWERED, 25, "ben")), step(InteractionStep.ENDED, 60));
    assertEquals(InteractionState.WRAP_UP, over.interaction().state());
    assertEquals(Optional.of(EndCause.COMPLETED), over.interaction().cause());
  }

  @Test
  void aCallerWhoCallsAgainLaterIsANewContact() {
    TrackedInteraction missed =
        course(step(InteractionStep.RINGING, 1, "anna"), step(InteractionStep.ENDED, 20, MISSED));
    assertEquals(
        1,
        next(missed, step(InteractionStep.RINGING, 90, "ben"))
            .reuse()
            .orElseThrow()
            .earlier());
    TrackedInteraction gaveUp = course(
        step(InteractionStep.RINGING, 1, "anna"),
        step(InteractionStep.ENDED, 20, Optional.of(EndCause.ABANDONED)));
    assertEquals(
        1,
        next(gaveUp, step(InteractionStep.RINGING, 22, "ben"))
            .reuse()
            .orElseThrow()
            .earlier());
  }

  @Test
  void aCallThatComesBackFromAnAgentWhoDidNotPickUpIsTheSame() {
    TrackedInteraction back = course(
        step(InteractionStep.ANSWERED, 2, "anna"),
        step(InteractionStep.TRANSFERRED, 30, "ben"),
        step(InteractionStep.ENDED, 50, MISSED),
        step(InteractionStep.RINGING, 51, "anna"));
    assertEquals(Optional.empty(), back.reuse());
    assertEquals(InteractionState.RINGING, back.interaction().state());
    assertEquals(List.of("anna"), back.interaction().agents());
  }

  @Test
  void theAgentOfAGroupWhoAnswersAfterAnotherLegHasEndedHasTheCall() {
    TrackedInteraction call = course(
        step(InteractionStep.RINGING, 1, "anna", "ben"),
        step(InteractionStep.ENDED, 20, MISSED),
        step(InteractionStep.ANSWERED, 35, "ben"));
    assertEquals(InteractionState.ACTIVE, call.interaction().state());
    assertEquals(List.of("ben"), call.interaction().agents());
    assertEquals(Optional.empty(), call.interaction().cause());
    assertEquals(
        Optional.of(EndCause.COMPLETED),
        next(call, step(InteractionStep.ENDED, 60)).interaction().cause());
  }

  @Test
  void theMailboxThatTakesAMissedCallIsItsEnd() {
    TrackedInteraction call = course(
        step(InteractionStep.RINGING, 1, "anna"),
        step(InteractionStep.ENDED, 20, MISSED),
        step(InteractionStep.ENDED, 21, Optional.of(EndCause.VOICEMAIL)),
        step(InteractionStep.ENDED, 60, Optional.of(EndCause.COMPLETED)));
    assertEquals(Optional.of(EndCause.VOICEMAIL), call.interaction().cause());
    assertEquals(InteractionState.CLOSED, call.interaction().state());
  }

  @Test
  void aCustomerWhoWritesAfterTheEndBeginsANewContactInTheSameThread() {
    TrackedInteraction first =
        course(written("m1", 0, MessageAuthor.CUSTOMER), inChat(InteractionStep.ANSWERED, 2));
    TrackedInteraction chosen =
        InteractionLifecycle.chosen(next(first, inChat(InteractionStep.ENDED, 60)), new UUID(0, 7));
    TrackedInteraction second = next(chosen, written("m2", 90, MessageAuthor.CUSTOMER));
    assertNotEquals(first.interaction().id(), second.interaction().id());
    assertEquals(InteractionState.QUEUED, second.interaction().state());
    assertEquals(Optional.of("support"), second.interaction().queue());
    assertEquals(first.interaction().from(), second.interaction().from());
    assertEquals(chosen.customer(), second.customer());
    assertEquals(List.of("m1", "m2"), ids(second));
    TrackedInteraction ringing = next(second, step(InteractionStep.RINGING, 95, "ben"));
    assertEquals(InteractionState.RINGING, ringing.interaction().state());
    assertEquals(second.interaction().id(), ringing.interaction().id());
  }

  @Test
  void whatWasSaidInACallMayBeWrittenDownAfterItsEnd() {
    assertEquals(
        Optional.empty(),
        next(ended(), written("m1", 90, MessageAuthor.CUSTOMER)).reuse());
  }

  private static List<String> ids(TrackedInteraction tracked) {
    return tracked.interaction().messages().stream()
        .map(Interaction.Message::id)
        .toList();
  }

  @Test
  void messagesOfAgentsAndProgramsAfterTheEndBeginNoContact() {
    TrackedInteraction chat =
        course(written("m1", 0, MessageAuthor.CUSTOMER), inChat(InteractionStep.ENDED, 60));
    assertEquals(
        Optional.empty(), next(chat, written("m2", 90, MessageAuthor.AGENT)).reuse());
    assertEquals(
        Optional.empty(), next(chat, written("m3", 90, MessageAuthor.SYSTEM)).reuse());
    assertEquals(
        Optional.empty(), next(chat, written("m4", 30, MessageAuthor.CUSTOMER)).reuse());
    assertEquals(
        Optional.empty(), next(chat, written("m1", 90, MessageAuthor.CUSTOMER)).reuse());
  }

  @Test
  void whatAnAgentHasWrappedUpIsOverToo() {
    TrackedInteraction done = InteractionLifecycle.wrappedUp(
        course(written("m1", 0, MessageAuthor.CUSTOMER), inChat(InteractionStep.ANSWERED, 2)),
        NOW.plusSeconds(60));
    assertEquals(
        1,
        next(done, written("m2", 90, MessageAuthor.CUSTOMER))
            .reuse()
            .orElseThrow()
            .earlier());
  }
}
