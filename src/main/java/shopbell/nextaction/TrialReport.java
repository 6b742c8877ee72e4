package shopbell.nextaction;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import shopbell.model.decision.DecidedAction;
import shopbell.model.decision.Decision;
import shopbell.model.decision.Exclusion;
import shopbell.model.decision.LocalText;
import shopbell.nextaction.TrialContactStore.ContactSample;

/**
 * What a new action would have done.
 *
 * @param contacts of the period
 * @param looked how many of them were decided again; all other numbers are of these
 * @param persons who would have been shown it
 * @param perDay how often it would be shown on a day, if all contacts are as those that were looked at
 * @param beside the actions on the same cards, the most frequent first
 * @param notShown why it was not shown, the most frequent reason first
 */
public record TrialReport(
    String action,
    int version,
    Instant since,
    Instant until,
    long contacts,
    int looked,
    int shown,
    int persons,
    double perDay,
    List<BesideAction> beside,
    List<NotShown> notShown) {
  private static final int MOST_REASONS = 20;
  private static final double TENTHS = 10;

  /** Which action was tried, and on the contacts of which time. */
  record Period(String action, int version, Instant since, Instant until) {}

  /** An action on the same cards. */
  public record BesideAction(String action, LocalText title, long times) {}

  /** A reason against it, with its detail as in a decision. */
  public record NotShown(String reason, String detail, long times) {}

  public TrialReport {
    beside = List.copyOf(beside);
    notShown = List.copyOf(notShown);
  }

  static TrialReport of(Period period, ContactSample sample, List<Decision> decisions) {
    List<Decision> with =
        decisions.stream().filter(one -> named(one, period.action()).isShown()).toList();
    long days = Math.max(1, Duration.between(period.since(), period.until()).toDays());
    double perDay =
        decisions.isEmpty() ? 0 : (double) with.size() / decisions.size() * sample.all() / days;
    return new TrialReport(
        period.action(),
        period.version(),
        period.since(),
        period.until(),
        sample.all(),
        decisions.size(),
        with.size(),
        (int) with.stream().map(one -> one.request().customer()).distinct().count(),
        Math.round(perDay * TENTHS) / TENTHS,
        beside(with, period.action()),
        notShown(decisions, period.action()));
  }

  private static DecidedAction named(Decision decision, String action) {
    return decision.candidates().stream()
        .filter(one -> one.name().equals(action))
        .findFirst()
        .orElseThrow();
  }

  private static List<BesideAction> beside(List<Decision> with, String action) {
    Map<String, LocalText> titles = new HashMap<>();
    Map<String, Long> times = new HashMap<>();
    with.stream()
        .flatMap(one -> one.shown().stream())
        .filter(one -> !one.name().equals(action))
        .forEach(one -> {
          titles.put(one.name(), one.version().action().texts().title());
          times.merge(one.name(), 1L, Long::sum);
        });
    return frequent(times)
        .map(one -> new BesideAction(one.getKey(), titles.get(one.getKey()), one.getValue()))
        .toList();
  }

  private static List<NotShown> notShown(List<Decision> decisions, String action) {
    Map<Exclusion, Long> times = new HashMap<>();
    decisions.stream()
        .flatMap(one -> named(one, action).exclusion().stream())
        .forEach(why -> times.merge(why, 1L, Long::sum));
    return frequent(times)
        .limit(MOST_REASONS)
        .map(one ->
            new NotShown(one.getKey().reason().toString(), one.getKey().detail(), one.getValue()))
        .toList();
  }

  private static <K> Stream<Map.Entry<K, Long>> frequent(Map<K, Long> times) {
    return times.entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<K, Long> one) -> -one.getValue())
            .thenComparing(one -> one.getKey().toString()));
  }
}
