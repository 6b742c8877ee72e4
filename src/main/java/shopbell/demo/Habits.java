package shopbell.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import shopbell.model.Cause;
import shopbell.model.Channel;
import shopbell.model.ContactRecord;
import shopbell.model.Direction;
import shopbell.model.ExternalId;
import shopbell.model.FeedbackKind;
import shopbell.model.FeedbackRecord;
import shopbell.model.Inbound;
import shopbell.model.TouchpointRecord;

/** How one customer moves through shop, newsletter and phone lines over two years. */
final class Habits {
  private static final int DAYS = 730;
  private static final List<String> DISPOSITIONS =
      List.of("resolved", "resolved", "resolved", "unresolved", "callback");

  private final Instant now;

  Habits(Instant now) {
    this.now = now;
  }

  List<Inbound> of(int number, SplittableRandom random) {
    List<Inbound> all = new ArrayList<>();
    int more = Cast.regular(number) ? 4 : 0;
    int visits = random.nextInt(1, 6) + more;
    for (int i = 0; i < visits; i++) {
      visit(all, number, i, random);
    }
    int contacts = Math.min(9, (int) (-Math.log(1 - random.nextDouble()) * 1.6)) + more / 2;
    for (int i = 0; i < contacts; i++) {
      all.add(contact(number, i, random));
    }
    if (more > 0 || random.nextInt(3) == 0) {
      all.add(feedback(number, 0, random));
      all.add(feedback(number, 1, random));
    }
    return all;
  }

  private void visit(List<Inbound> all, int number, int index, SplittableRandom random) {
    Vocabulary words = Cast.vocabulary(number);
    // people who come at all come lately
    long minutes = (long) (60 * 24 * (1 + Math.pow(random.nextDouble(), 2.5) * (DAYS - 1)));
    Instant at = now.minus(Duration.ofMinutes(minutes));
    String key = number + "-" + index;
    String product = Vocabulary.one(words.products(), random);
    switch (random.nextInt(5)) {
      case 0 -> all.add(step(key, number, at, "email", "newsletter.opened", Vocabulary.one(words.pages(), random), ""));
      case 1 -> all.add(step(key, number, at, "web", "help.viewed", Vocabulary.one(words.pages(), random), ""));
      case 2 -> all.add(step(key, number, at, "store", "store.visited", product, ""));
      default -> {
        all.add(step(key + "a", number, at, "web", "product.viewed", product, ""));
        all.add(step(key + "b", number, at.plusSeconds(190), "web", "cart.added", product, ""));
        if (random.nextInt(3) == 0) {
          all.add(step(key + "c", number, at.plusSeconds(400), "web", "checkout.abandoned", product, "abandoned"));
        }
      }
    }
  }

  private static TouchpointRecord step(
      String key, int number, Instant at, String channel, String name, String text, String outcome) {
    return new TouchpointRecord(
        "touch " + key, at, key, World.who(number), channel, name, Map.of("text", text),
        Optional.of(outcome).filter(o -> !o.isEmpty()));
  }

  private ContactRecord contact(int number, int index, SplittableRandom random) {
    Vocabulary words = Cast.vocabulary(number);
    Instant at = now.minus(Duration.ofMinutes(random.nextLong(60L * 20, 60L * 24 * 400)));
    String disposition = Vocabulary.one(DISPOSITIONS, random);
    return new ContactRecord(
        "contact " + number + "-" + index, at, new ExternalId("archive", number + "-" + index), World.who(number),
        random.nextInt(4) == 0 ? Channel.CHAT : Channel.CALL, Direction.IN,
        at.plusSeconds(random.nextInt(60, 900)), Cause.COMPLETED, Optional.of("support"),
        Optional.of(random.nextBoolean() ? "anna" : "ben"), Optional.of(disposition),
        Optional.of(Vocabulary.one(words.notes(), random)));
  }

  private FeedbackRecord feedback(int number, int index, SplittableRandom random) {
    Instant at = now.minus(Duration.ofDays(random.nextInt(index == 0 ? 60 : 3, index == 0 ? 500 : 60)));
    int score = Math.min(10, random.nextInt(3, 13));
    return new FeedbackRecord(
        "feedback " + number + "-" + index, at, new ExternalId("survey", number + "-" + index), World.who(number),
        FeedbackKind.NPS, score, Optional.of(Vocabulary.one(Cast.vocabulary(number).comments(), random)),
        Optional.empty());
  }
}
