package shopbell.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shopbell.model.Channel;
import shopbell.model.Direction;
import shopbell.model.card.ContactReason;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionState;

class UnknownCallerReasonsTest {
  private static List<ContactReason> of(
      String queue, Map<String, String> attributes, LearnedReasons learned) {
    Interaction call = new Interaction(
        new UUID(0, 1),
        Channel.CALL,
        Direction.IN,
        InteractionState.RINGING,
        Optional.of("+49301"),
        Optional.empty(),
        Optional.of(queue),
        List.of(),
        "pbx",
        "1",
        Optional.empty(),
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0,
        Optional.empty());
    return UnknownCallerReasons.of(call, attributes, learned, KnownCustomer.ENGLISH);
  }

  /** {@code contacts} of the queue sales, three of four about an invoice; as many elsewhere about a delivery. */
  private static LearnedReasons learned(int contacts) {
    int others = contacts / 4;
    Map<String, Map<String, Integer>> queues = contacts == 0
        ? Map.of()
        : Map.of(
            "sales",
            Map.of("order", others, "invoice", contacts - others),
            "support",
            Map.of("delivery", contacts));
    return new LearnedReasons(LearnedReasons.statedModel(List.of()), queues, false);
  }

  private static String told(List<ContactReason> reasons) {
    return reasons.stream()
            .map(r -> r.kind() + ", " + r.text() + ", " + r.evidence())
            .toList() + "";
  }

  @Test
  void ofNothingNothingIsGuessed() {
    assertEquals(List.of(), of("sales", Map.of(), learned(0)));
    assertEquals(List.of(), of("sales", Map.of(), learned(10)));
    assertEquals(List.of(), of("elsewhere", Map.of("menu", "7"), learned(100)));
  }

  @Test
  void aQueueThatIsMostlyAboutOneThingSaysSoWithItsShare() {
    List<ContactReason> reasons = of("sales", Map.of(), learned(400));
    assertEquals("[queue-usual, Invoice, as in 400 contacts of the queue sales]", told(reasons));
    assertEquals(0.73, reasons.get(0).weight(), 0.03);
  }

  @Test
  void whatWasChosenInTheMenuSaysMoreThanTheQueue() {
    List<ContactReason> reasons = of("sales", Map.of("topic", "Return "), learned(400));
    assertEquals("[menu-chosen, Return, chosen in the menu]", told(reasons));
    assertEquals(0.8, reasons.get(0).weight());
  }

  @Test
  void aMenusWordThatIsNoTopicIsPassedOver() {
    assertEquals(
        "queue-usual", of("sales", Map.of("topic", "x"), learned(99)).get(0).kind());
    assertEquals(List.of(), of("sales", Map.of("topic", "other"), learned(0)));
  }
}
