package shopbell.nextaction;

import io.vertx.core.Future;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import shopbell.decision.effect.RetirementRules;
import shopbell.decision.effect.SampleRatio;
import shopbell.model.decision.ActionEffect;
import shopbell.model.decision.ActionVersion;
import shopbell.model.decision.RetirementProposal;
import shopbell.model.decision.Veto;
import shopbell.model.decision.Worth;
import shopbell.nextaction.EffectStore.ActionCounts;
import shopbell.nextaction.EffectStore.VetoCounts;

/** What worked: by action how often it was shown, answered and followed by a success, and what vetoes cost. */
public final class EffectReport {
  private static final int CENTS = 2;

  private final EffectStore store;
  private final CurrentCatalogue catalogue;
  private final double share;
  private final InstantSource clock;

  /** {@code share} of persons are held out from an action that states no share itself. */
  public EffectReport(
      EffectStore store, CurrentCatalogue catalogue, double share, InstantSource clock) {
    this.store = store;
    this.catalogue = catalogue;
    this.share = share;
    this.clock = clock;
  }

  /** Of the last {@code days}, as plain values for JSON. */
  public Future<Map<String, Object>> of(int days) {
    Instant until = clock.instant();
    Instant since = until.minus(Duration.ofDays(days));
    return store
        .counts(since)
        .compose(counts -> store
            .vetoes(since)
            .compose(vetoes -> store.lastSettled().map(asOf -> {
              Map<String, Object> keys = new LinkedHashMap<>();
              keys.put("since", since);
              keys.put("until", until);
              keys.put("asOf", asOf);
              keys.put("holdOut", share);
              keys.put("items", counts.stream().map(this::action).toList());
              keys.put("vetoes", vetoes.stream().map(this::veto).toList());
              return keys;
            })));
  }

  private Map<String, Object> action(ActionCounts counts) {
    Optional<ActionVersion> live = live().stream()
        .filter(one -> one.action().name().equals(counts.action()))
        .findFirst();
    Optional<ActionEffect> effect =
        Optional.of(counts).filter(OutcomeTask::measurable).map(OutcomeTask::effect);
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("action", counts.action());
    keys.put("title", live.map(one -> one.action().texts().title()));
    keys.put("kind", live.map(one -> one.action().kind()));
    keys.put("state", live.isPresent() ? "live" : "retired");
    keys.put("shown", counts.shown());
    keys.putAll(counts.responses());
    keys.put("succeeded", counts.succeeded());
    keys.put("persons", counts.with().persons());
    keys.put("heldOut", counts.without().persons());
    keys.put("with", effect.map(ActionEffect::with));
    keys.put("without", effect.map(ActionEffect::without));
    keys.put("low", effect.map(ActionEffect::low));
    keys.put("high", effect.map(ActionEffect::high));
    keys.put("verdict", effect.map(ActionEffect::verdict).orElse(ActionEffect.Verdict.TOO_NEW));
    keys.put(
        "money", effect.flatMap(measured -> live.flatMap(one -> money(counts, measured, one))));
    keys.put("sampleRatio", sampleRatio(counts, live));
    keys.put("retirement", retirement(counts, effect));
    return keys;
  }

  private List<ActionVersion> live() {
    return catalogue.now().compiled().catalogue().actions();
  }

  /** The difference, times the persons and the value, less the cost of what was accepted; empty while it is too new. */
  private static Optional<Map<String, Object>> money(
      ActionCounts counts, ActionEffect effect, ActionVersion version) {
    Worth value = version.action().goal().value();
    Worth cost = version.action().goal().cost();
    if (value.isNothing() || effect.verdict() == ActionEffect.Verdict.TOO_NEW) {
      return Optional.empty();
    }
    double earned =
        (effect.with() - effect.without()) * effect.shown() * value.amount().doubleValue()
            - counts.responses().getOrDefault("accepted", 0L) * cost.amount().doubleValue();
    return Optional.of(amount(earned, value.unit()));
  }

  private static Map<String, Object> amount(double amount, String unit) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("amount", BigDecimal.valueOf(amount).setScale(CENTS, RoundingMode.HALF_UP));
    keys.put("unit", unit);
    return keys;
  }

  private Optional<Map<String, Object>> sampleRatio(
      ActionCounts counts, Optional<ActionVersion> live) {
    double expected = live.flatMap(one -> one.action().limits().holdOut()).orElse(share);
    long persons = counts.with().persons() + counts.without().persons();
    if (expected <= 0 || persons == 0 || counts.without().persons() == 0) {
      return Optional.empty();
    }
    SampleRatio ratio =
        SampleRatio.of(counts.with().persons(), counts.without().persons(), expected);
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("expected", ratio.expected());
    keys.put("probability", ratio.probability());
    keys.put("mismatch", ratio.mismatch());
    return Optional.of(keys);
  }

  private static Optional<Map<String, Object>> retirement(
      ActionCounts counts, Optional<ActionEffect> effect) {
    return RetirementRules.of(counts.action(), effect, counts.responses()).map(EffectReport::keys);
  }

  private static Map<String, Object> keys(RetirementProposal proposal) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("reason", proposal.reason());
    keys.put("answers", proposal.answers());
    keys.put("declined", proposal.declined());
    return keys;
  }

  private Map<String, Object> veto(VetoCounts counts) {
    Map<String, Veto> vetoes = catalogue.now().compiled().catalogue().vetoes().stream()
        .collect(Collectors.toMap(Veto::name, Function.identity()));
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("veto", counts.veto());
    keys.put("text", Optional.ofNullable(vetoes.get(counts.veto())).map(Veto::text));
    keys.put("notShown", counts.notShown());
    keys.put("persons", counts.persons());
    keys.put("benefit", unit().map(unit -> amount(counts.benefit(), unit)));
    return keys;
  }

  /** That of all actions with a value; empty while none has one. */
  private Optional<String> unit() {
    return live().stream()
        .map(one -> one.action().goal().value())
        .filter(value -> !value.isNothing())
        .map(Worth::unit)
        .findFirst();
  }
}
