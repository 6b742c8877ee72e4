package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Channel;

/**
 * One row of the UCI data set "Online Shoppers Purchasing Intention": pages and seconds of three kinds, whether a page with
 * a value was among them (one that others had seen on their way to buying), and whether it ended in a purchase.
 */
record ShopSession(
    int account,
    double accountSeconds,
    int help,
    double helpSeconds,
    int products,
    double productSeconds,
    boolean wanted,
    boolean bought) {
  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
  private static final int MOST_STEPS = 60;

  static ShopSession read(String line) {
    String[] row = line.split(",", -1);
    return new ShopSession(
        Integer.parseInt(row[0]),
        Double.parseDouble(row[1]),
        Integer.parseInt(row[2]),
        Double.parseDouble(row[3]),
        Integer.parseInt(row[4]),
        Double.parseDouble(row[5]),
        Double.parseDouble(row[8]) > 0,
        row[17].equals("1") || row[17].equalsIgnoreCase("true"));
  }

  /** Products first, then help, then the account, then the checkout: the data set has no order of events. */
  RecentActivity trail(boolean calling) {
    List<RecentActivity.RecentStep> steps = new ArrayList<>();
    Instant at = pages(steps, BEGIN, products, productSeconds, "product.viewed");
    at = pages(steps, at, help, helpSeconds, "help.viewed");
    at = pages(steps, at, account, accountSeconds, "account.viewed");
    if (wanted || bought) {
      steps.add(step("checkout.started", at));
    }
    if (bought) {
      steps.add(step("checkout.completed", at.plusSeconds(1)));
    }
    steps.sort(Comparator.comparing(RecentActivity.RecentStep::at).reversed());
    Instant now = at.plus(Duration.ofMinutes(31));
    return new RecentActivity(
        steps.subList(0, Math.min(MOST_STEPS, steps.size())),
        bought ? List.of(at.plusSeconds(1)) : List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        calling ? Optional.of(new RecentActivity.Calling(Channel.CALL, now)) : Optional.empty(),
        now);
  }

  private static Instant pages(
      List<RecentActivity.RecentStep> steps, Instant from, int pages, double seconds, String name) {
    Instant at = from;
    for (int i = 0; i < pages; i++) {
      steps.add(step(name, at));
      at = at.plusMillis((long) (1_000 * seconds / pages) + 1);
    }
    return at;
  }

  private static RecentActivity.RecentStep step(String name, Instant at) {
    return new RecentActivity.RecentStep(
        name + at, at, name, Map.of("en", name), "", StepMeaning.guessed(name), "visit");
  }
}
