package shopbell.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import shopbell.model.ExternalId;
import shopbell.model.FeedbackKind;
import shopbell.model.event.FeedbackRecord;
import shopbell.model.event.Inbound;
import shopbell.model.event.TouchpointRecord;

/** One customer's visits to shop and newsletter over two years, and the answers to surveys. */
final class PastVisits {
  private static final int DAYS = 730;
  private final Instant now;

  PastVisits(Instant now) {
    this.now = now;
  }

  List<Inbound> of(int number, SplittableRandom random) {
    List<Inbound> all = new ArrayList<>();
    int more = DemoCustomers.regular(number) ? 4 : 0;
    int visits = random.nextInt(1, 6) + more;
    for (int i = 0; i < visits; i++) {
      visit(all, number, i, random);
    }
    if (more > 0 || random.nextInt(3) == 0) {
      all.add(feedback(number, 0, random));
      all.add(feedback(number, 1, random));
    }
    return all;
  }

  private void visit(List<Inbound> all, int number, int index, SplittableRandom random) {
    DemoTexts words = DemoCustomers.vocabulary(number);
    // active people have mostly visited recently
    long minutes = (long) (60 * 24 * (1 + Math.pow(random.nextDouble(), 2.5) * (DAYS - 1)));
    Visitor visitor =
        new Visitor(number, number + "-" + index, now.minus(Duration.ofMinutes(minutes)));
    String product = DemoTexts.one(words.products(), random);
    String page = DemoTexts.one(words.pages(), random);
    switch (random.nextInt(5)) {
      case 0 -> all.add(visitor.step("", 0, "email", "newsletter.opened", page));
      case 1 -> all.add(visitor.step("", 0, "web", "help.viewed", page));
      case 2 -> all.add(visitor.step("", 0, "store", "store.visited", product));
      default -> {
        all.add(visitor.step("a", 0, "web", "product.viewed", product));
        all.add(visitor.step("b", 190, "web", "cart.added", product));
        if (random.nextInt(3) == 0) {
          all.add(visitor.step("c", 400, "web", "checkout.abandoned", product));
        }
      }
    }
  }

  /** A visitor, and the time of the visit; {@code key} distinguishes visits. */
  private record Visitor(int number, String key, Instant at) {
    TouchpointRecord step(String part, int afterSeconds, String channel, String name, String text) {
      return new TouchpointRecord(
          "touch " + key + part,
          at.plusSeconds(afterSeconds),
          key + part,
          CustomerTimeline.who(number),
          channel,
          name,
          Map.of("text", text),
          Optional.of("abandoned").filter(outcome -> name.endsWith(outcome)));
    }
  }

  private FeedbackRecord feedback(int number, int index, SplittableRandom random) {
    Instant at =
        now.minus(Duration.ofDays(random.nextInt(index == 0 ? 60 : 3, index == 0 ? 500 : 60)));
    int score = Math.min(10, random.nextInt(3, 13));
    return new FeedbackRecord(
        "feedback " + number + "-" + index,
        at,
        new ExternalId("survey", number + "-" + index),
        CustomerTimeline.who(number),
        FeedbackKind.NPS,
        score,
        Optional.of(DemoTexts.one(DemoCustomers.vocabulary(number).comments(), random)),
        Optional.empty());
  }
}
