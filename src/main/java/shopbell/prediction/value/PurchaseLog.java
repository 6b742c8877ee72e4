package shopbell.prediction.value;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Past purchases by customer; those of one customer on one day are one purchase. Immutable after construction. */
public final class PurchaseLog {
  private final Collection<NavigableMap<LocalDate, OptionalDouble>> customers;
  private final LocalDate first;
  private final LocalDate last;

  /** The order of {@code purchases} does not matter; refuses an empty list. */
  public PurchaseLog(List<Purchase> purchases) {
    Map<String, NavigableMap<LocalDate, OptionalDouble>> byCustomer = new HashMap<>();
    for (Purchase purchase : purchases) {
      byCustomer
          .computeIfAbsent(purchase.customer(), c -> new TreeMap<>())
          .merge(purchase.day(), purchase.amount(), PurchaseLog::sum);
    }
    customers = byCustomer.values();
    if (purchases.isEmpty()) {
      throw new IllegalArgumentException("a log has at least one purchase");
    }
    first = purchases.stream().map(Purchase::day).min(LocalDate::compareTo).orElseThrow();
    last = purchases.stream().map(Purchase::day).max(LocalDate::compareTo).orElseThrow();
  }

  /** The day of the oldest purchase. */
  public LocalDate first() {
    return first;
  }

  /** The day of the newest purchase. */
  public LocalDate last() {
    return last;
  }

  /** Customers as known at the end of {@code day}, with what they bought from the next day on. */
  public List<ObservedCustomer> at(LocalDate day, PeriodUnit unit) {
    return customers.stream()
        .filter(days -> !days.firstKey().isAfter(day))
        .map(days -> observed(days, day, unit))
        .toList();
  }

  private static ObservedCustomer observed(
      NavigableMap<LocalDate, OptionalDouble> days, LocalDate day, PeriodUnit unit) {
    NavigableMap<LocalDate, OptionalDouble> known = days.headMap(day, true);
    LocalDate first = known.firstKey();
    double[] amounts = known.tailMap(first, false).values().stream()
        .flatMapToDouble(OptionalDouble::stream)
        .toArray();
    double total = Arrays.stream(amounts).sum();
    PurchaseHistory history = new PurchaseHistory(
        known.size() - 1,
        unit.between(first, known.lastKey()),
        unit.between(first, day),
        logGaps(known, unit));
    SpendHistory spend =
        total > 0 ? new SpendHistory(amounts.length, total / amounts.length) : SpendHistory.NONE;
    return new ObservedCustomer(history, spend, days.size() - known.size());
  }

  private static double logGaps(NavigableMap<LocalDate, OptionalDouble> days, PeriodUnit unit) {
    double sum = 0;
    LocalDate before = days.firstKey();
    for (LocalDate day : days.tailMap(before, false).keySet()) {
      sum += Math.log(unit.between(before, day));
      before = day;
    }
    return sum;
  }

  private static OptionalDouble sum(OptionalDouble one, OptionalDouble other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isPresent() ? one : other;
    }
    return OptionalDouble.of(one.getAsDouble() + other.getAsDouble());
  }
}
