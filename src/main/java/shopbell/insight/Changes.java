package shopbell.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import shopbell.model.Journey;
import shopbell.model.SinceLast;

/** What has changed since the customer was last in contact with us. */
public final class Changes {
  private Changes() {}

  /** Empty when there was no contact before, or nothing has changed. */
  public static Optional<SinceLast> since(Look look) {
    return look.summary().history().items().stream()
        .findFirst()
        .map(last -> new SinceLast(last.at(), changes(look, last.at())))
        .filter(since -> !since.changes().isEmpty());
  }

  private static List<String> changes(Look look, Instant last) {
    List<Journey.Item> newer = look.summary().journey().stream()
        .filter(item -> item.at().isAfter(last))
        .toList();
    List<String> changes = new ArrayList<>();
    say(look, changes, newer, "order", item -> item.kind().equals("order"));
    say(look, changes, newer, "ticket", item -> item.kind().equals("ticket"));
    say(
        look,
        changes,
        newer,
        "trouble",
        item -> item.kind().equals("shipment") && item.friction().isPresent());
    say(look, changes, newer, "delivered", item -> item.name().equals("shipment.delivered"));
    say(look, changes, newer, "feedback", item -> item.kind().equals("feedback"));
    say(look, changes, newer, "visits", item -> item.kind().equals("touchpoint"));
    return changes;
  }

  private static void say(
      Look look,
      List<String> changes,
      List<Journey.Item> newer,
      String what,
      Predicate<Journey.Item> which) {
    long count = newer.stream().filter(which).count();
    if (count > 0) {
      changes.add(look.words().say("since." + what, count));
    }
  }
}
