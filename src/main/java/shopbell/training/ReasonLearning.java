package shopbell.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import shopbell.insight.LearnedReasons;
import shopbell.insight.ReasonFeatures;
import shopbell.prediction.reason.LabelledContact;
import shopbell.prediction.reason.PredictedReason;
import shopbell.prediction.reason.ReasonFit;
import shopbell.prediction.reason.ReasonMetrics;
import shopbell.prediction.reason.ReasonModel;
import shopbell.prediction.reason.TemperatureScaling;

/**
 * Learns the model of reasons from stated weights and recorded reasons. Pure; takes seconds for twenty thousand
 * contacts.
 */
final class ReasonLearning {
  /** From so many contacts on, the newest fifth of them calibrates the model. */
  private static final int ENOUGH_TO_CALIBRATE = 100;

  private static final int FIFTH = 5;

  /** As many as the summary of a customer holds. */
  private static final int MOST_PAST = 30;

  /** On so many blind contacts at least, calibration is judged. */
  static final int ENOUGH_BLIND = 400;

  /** The largest expected calibration error with which probabilities are shown as figures. */
  static final double LARGEST_ERROR = 0.03;

  private record Case(Instant at, Optional<String> queue, LabelledContact contact) {}

  private final List<Case> cases;

  ReasonLearning(
      List<PredictionStore.ConfirmedReason> said, List<PredictionStore.PastReason> past) {
    Stream<Case> live = said.stream()
        .map(one ->
            new Case(one.at(), one.queue(), new LabelledContact(one.signals(), one.topic())));
    cases = Stream.concat(live, past(past).stream())
        .sorted(Comparator.comparing(Case::at))
        .toList();
  }

  /** Each with the customer's earlier reasons as they were known then; signals of that time are not stored. */
  private static List<Case> past(List<PredictionStore.PastReason> past) {
    Map<UUID, List<String>> reasons = new HashMap<>();
    List<Case> cases = new ArrayList<>();
    past.stream().sorted(Comparator.comparing(PredictionStore.PastReason::at)).forEach(one -> {
      List<String> earlier = one.customer()
          .map(customer -> reasons.computeIfAbsent(customer, c -> new ArrayList<>()))
          .orElseGet(ArrayList::new);
      Map<String, Double> features = ReasonFeatures.of(one.channel(), one.queue(), earlier);
      cases.add(new Case(one.at(), one.queue(), new LabelledContact(features, one.topic())));
      earlier.add(0, one.topic());
      if (earlier.size() > MOST_PAST) {
        earlier.remove(MOST_PAST);
      }
    });
    return cases;
  }

  int contacts() {
    return cases.size();
  }

  /** The model, and its figures. */
  record Result(LearnedReasons learned, double temperature, Optional<ReasonMetrics> heldOut) {}

  /** Learns from all contacts, at the temperature that fits the newest fifth best. */
  Result result(List<PredictedReason> blind) {
    List<LabelledContact> all = cases.stream().map(Case::contact).toList();
    ReasonModel stated = LearnedReasons.statedModel(
        all.stream().map(LabelledContact::reason).distinct().toList());
    double temperature = stated.temperature();
    Optional<ReasonMetrics> heldOut = Optional.empty();
    if (all.size() >= ENOUGH_TO_CALIBRATE) {
      int cut = all.size() - all.size() / FIFTH;
      List<LabelledContact> newest = all.subList(cut, all.size());
      ReasonModel older = ReasonFit.learned(stated, all.subList(0, cut));
      heldOut = Optional.of(ReasonMetrics.of(older, newest));
      temperature = TemperatureScaling.calibrated(older, newest).temperature();
    }
    ReasonModel model = ReasonFit.learned(stated, all).at(temperature);
    return new Result(new LearnedReasons(model, queues(), earned(blind)), temperature, heldOut);
  }

  private static boolean earned(List<PredictedReason> blind) {
    return blind.size() >= ENOUGH_BLIND && ReasonMetrics.calibrationError(blind) <= LARGEST_ERROR;
  }

  private Map<String, Map<String, Integer>> queues() {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    cases.forEach(one -> one.queue()
        .ifPresent(queue -> counts
            .computeIfAbsent(queue, q -> new TreeMap<>())
            .merge(one.contact().reason(), 1, Integer::sum)));
    return counts;
  }
}
