package shopbell.nextaction;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.decision.SuccessModel;
import shopbell.decision.effect.EffectMeasurement;
import shopbell.model.decision.ActionEffect;
import shopbell.model.decision.StatedEvidence;
import shopbell.nextaction.EffectStore.ActionCounts;
import shopbell.nextaction.EffectStore.SettledExposure;

/** Finds what came of actions, learns from it and measures the effects again; on the leader alone. */
public final class OutcomeTask {
  private static final Logger LOG = LoggerFactory.getLogger(OutcomeTask.class);
  private static final int LEARNED_AT_ONCE = 5_000;

  /** An effect of longer ago says little of today. */
  private static final Duration MEASURED = Duration.ofDays(366);

  private final Vertx vertx;
  private final EffectStore store;
  private final CurrentCatalogue catalogue;
  private final Runnable measured;
  private final InstantSource clock;

  /** {@code measured} is run after each round. */
  public OutcomeTask(
      Vertx vertx,
      EffectStore store,
      CurrentCatalogue catalogue,
      Runnable measured,
      InstantSource clock) {
    this.vertx = vertx;
    this.store = store;
    this.catalogue = catalogue;
    this.measured = measured;
    this.clock = clock;
  }

  /** One round; what fails is done in the next one. */
  public Future<Void> run() {
    return settled()
        .compose(done -> learned())
        .compose(done -> effects())
        .onSuccess(done -> measured.run())
        .onFailure(
            away -> LOG.warn("outcomes are found later: {}", away.getClass().getSimpleName()));
  }

  private Future<Void> settled() {
    return store
        .settle(clock.instant())
        .compose(more -> more ? settled() : Future.succeededFuture());
  }

  /** On a worker: fitting a model takes a while. */
  private Future<Void> learned() {
    return store.unlearned(LEARNED_AT_ONCE).compose(settled -> {
      if (settled.isEmpty()) {
        return Future.succeededFuture();
      }
      return store
          .models()
          .compose(models -> vertx.executeBlocking(() -> updated(models, settled), false))
          .compose(newer -> store.learned(newer, settled, clock.instant()))
          .compose(
              done -> settled.size() == LEARNED_AT_ONCE ? learned() : Future.succeededFuture());
    });
  }

  private Map<String, SuccessModel> updated(
      Map<String, SuccessModel> models, List<SettledExposure> settled) {
    Map<String, SuccessModel> newer = new HashMap<>();
    settled.stream()
        .collect(Collectors.groupingBy(
            SettledExposure::action,
            Collectors.mapping(SettledExposure::observation, Collectors.toList())))
        .forEach((action, observations) -> newer.put(
            action,
            models.getOrDefault(action, SuccessModel.of(evidence(action))).updated(observations)));
    return newer;
  }

  private StatedEvidence evidence(String action) {
    return catalogue.now().compiled().catalogue().actions().stream()
        .filter(one -> one.action().name().equals(action))
        .map(one -> one.action().goal().evidence())
        .findFirst()
        .orElse(StatedEvidence.NONE);
  }

  private Future<Void> effects() {
    return store
        .counts(clock.instant().minus(MEASURED))
        .compose(all -> store.measured(
            all.stream()
                .filter(OutcomeTask::measurable)
                .map(OutcomeTask::effect)
                .toList(),
            clock.instant()));
  }

  /** Nobody in one of the groups: there is no difference to speak of. */
  static boolean measurable(ActionCounts counts) {
    return counts.with().persons() > 1 && counts.without().persons() > 1;
  }

  static ActionEffect effect(ActionCounts counts) {
    return EffectMeasurement.of(counts.action(), counts.with(), counts.without());
  }
}
