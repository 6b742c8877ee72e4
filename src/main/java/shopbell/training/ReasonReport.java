package shopbell.training;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import shopbell.prediction.reason.PredictedReason;
import shopbell.prediction.reason.ReasonMetrics;
import shopbell.training.ReasonQuality.BlindContact;
import shopbell.training.ReasonQuality.Figures;
import shopbell.training.ReasonQuality.OfReason;
import shopbell.training.ReasonQuality.Range;

/** Calculates the quality of predictions from blind contacts; takes up to a second for some thousand contacts. */
public final class ReasonReport {
  private static final int FIRST = 3;

  private ReasonReport() {}

  /** Over all, by reason, queue and week (UTC). */
  public static ReasonQuality.Report of(Instant since, List<BlindContact> contacts) {
    List<OfReason> reasons = reasons(contacts);
    Optional<Figures> figures = figures(contacts);
    return new ReasonQuality.Report(
        since,
        contacts.size(),
        figures.map(f -> f.top1().value()),
        figures.map(f -> f.top3().value()),
        reasons.stream()
            .findFirst()
            .map(first -> new ReasonQuality.MostCommon(
                first.reason(), (double) first.contacts() / contacts.size())),
        reasons,
        figures,
        grouped(contacts, one -> one.queue().orElse("")).entrySet().stream()
            .filter(of -> !of.getKey().isEmpty())
            .map(of -> new ReasonQuality.OfQueue(
                of.getKey(), of.getValue().size(), figures(of.getValue()).orElseThrow()))
            .toList(),
        grouped(contacts, one -> monday(one.at())).entrySet().stream()
            .map(of -> new ReasonQuality.OfWeek(
                of.getKey(), of.getValue().size(), figures(of.getValue()).orElseThrow()))
            .toList());
  }

  /** Empty without contacts. */
  public static Optional<Figures> figures(List<BlindContact> contacts) {
    if (contacts.isEmpty()) {
      return Optional.empty();
    }
    ReasonMetrics found =
        ReasonMetrics.of(contacts.stream().map(BlindContact::prediction).toList());
    return Optional.of(new Figures(
        range(found.top1()),
        range(found.top3()),
        range(found.brier()),
        found.baseBrier(),
        range(found.ece())));
  }

  private static Range range(ReasonMetrics.Estimate estimate) {
    return new Range(estimate.value(), estimate.low(), estimate.high());
  }

  private static <K> Map<K, List<BlindContact>> grouped(
      List<BlindContact> contacts, Function<BlindContact, K> by) {
    return contacts.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
  }

  private static Instant monday(Instant at) {
    return at.atOffset(ZoneOffset.UTC)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .truncatedTo(ChronoUnit.DAYS)
        .toInstant();
  }

  /** The most frequent first. */
  private static List<OfReason> reasons(List<BlindContact> contacts) {
    List<OfReason> reasons = new ArrayList<>();
    grouped(contacts, one -> one.prediction().reason())
        .forEach((reason, of) -> reasons.add(
            new OfReason(reason, of.size(), placed(of, reason, 1), placed(of, reason, FIRST))));
    reasons.sort(Comparator.comparing(OfReason::contacts).reversed());
    return reasons;
  }

  private static int placed(List<BlindContact> contacts, String reason, int places) {
    return (int)
        contacts.stream().filter(one -> among(one.prediction(), reason, places)).count();
  }

  private static boolean among(PredictedReason prediction, String reason, int places) {
    Optional<Double> own = Optional.ofNullable(prediction.probabilities().get(reason));
    return own.filter(p -> prediction.probabilities().values().stream()
                .filter(other -> other > p)
                .count()
            < places)
        .isPresent();
  }
}
