package shopbell.decision.library;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import shopbell.model.decision.Action;
import shopbell.model.decision.ActionGoal;
import shopbell.model.decision.ActionLimits;
import shopbell.model.decision.ActionPlacement;
import shopbell.model.decision.LocalText;
import shopbell.model.decision.StatedEvidence;
import shopbell.model.decision.Veto;
import shopbell.model.decision.Worth;

/** Writes an action or a veto with the keys that {@link ActionReader} and {@link VetoReader} read; no key is empty. */
public final class LibraryWriter {
  private static final int WIDTH = 100;

  private LibraryWriter() {}

  /** The document as YAML; reading it gives the same value again. */
  public static String yaml(Map<String, Object> document) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(WIDTH);
    options.setSplitLines(false);
    return new Yaml(options).dump(document);
  }

  /** An action as plain values, for YAML and for JSON. */
  public static Map<String, Object> document(Action action) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("name", action.name());
    keys.put("kind", action.kind().toString());
    put(keys, "title", action.texts().title());
    put(keys, "steps", action.texts().steps());
    put(keys, "because", action.texts().because());
    action
        .start()
        .ifPresent(start ->
            keys.put("start", ordered("kind", start.kind().toString(), "target", start.target())));
    put(keys, action.placement());
    put(keys, "eligible", action.rules().eligible());
    put(keys, "applicable", action.rules().applicable());
    put(keys, "suitable", action.rules().suitable());
    put(keys, action.limits());
    put(keys, action.goal());
    return keys;
  }

  /** A veto as plain values. */
  public static Map<String, Object> document(Veto veto) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("name", veto.name());
    put(keys, "text", veto.text());
    put(keys, "rule", veto.rule());
    put(keys, "kinds", veto.kinds());
    put(keys, "actions", veto.actions());
    return keys;
  }

  private static void put(Map<String, Object> keys, ActionPlacement placement) {
    put(keys, "reasons", placement.reasons());
    put(keys, "queues", placement.queues());
    put(keys, "channels", placement.channels());
    placement.from().ifPresent(day -> keys.put("from", day.toString()));
    placement.until().ifPresent(day -> keys.put("until", day.toString()));
  }

  private static void put(Map<String, Object> keys, ActionLimits limits) {
    limits
        .cap()
        .ifPresent(
            cap -> keys.put("cap", ordered("times", cap.times(), "within", iso(cap.within()))));
    if (!limits.coolingOff().isZero()) {
      keys.put("coolingOff", iso(limits.coolingOff()));
    }
    if (limits.mandatory()) {
      keys.put("mandatory", true);
    }
    limits.holdOut().ifPresent(share -> keys.put("holdOut", share));
  }

  private static void put(Map<String, Object> keys, ActionGoal goal) {
    put(keys, "value", goal.value());
    put(keys, "cost", goal.cost());
    goal.success().ifPresent(success -> {
      Map<String, Object> of =
          ordered("kind", success.kind().toString(), "within", iso(success.within()));
      success.leastScore().ifPresent(score -> of.put("leastScore", score));
      keys.put("success", of);
    });
    if (!goal.evidence().equals(StatedEvidence.NONE)) {
      keys.put(
          "evidence",
          ordered(
              "successes",
              goal.evidence().successes(),
              "trials",
              goal.evidence().trials()));
    }
  }

  private static void put(Map<String, Object> keys, String key, Worth worth) {
    if (!worth.equals(Worth.NOTHING)) {
      keys.put(key, ordered("amount", worth.amount(), "unit", worth.unit()));
    }
  }

  private static void put(Map<String, Object> keys, String key, LocalText text) {
    if (!text.isEmpty()) {
      keys.put(key, ordered("de", text.de(), "en", text.en()));
    }
  }

  private static void put(Map<String, Object> keys, String key, String rule) {
    Optional.of(rule).filter(text -> !text.isBlank()).ifPresent(text -> keys.put(key, text));
  }

  /** In alphabetical order, so that two writings of one action are equal. */
  private static void put(Map<String, Object> keys, String key, Collection<?> words) {
    if (!words.isEmpty()) {
      keys.put(key, words.stream().map(Object::toString).sorted().toList());
    }
  }

  /** Whole days as days, as authors write them. */
  private static String iso(Duration duration) {
    Duration rest = duration.minusDays(duration.toDays());
    return rest.isZero() ? "P" + duration.toDays() + "D" : duration.toString();
  }

  private static Map<String, Object> ordered(
      String first, Object one, String second, Object other) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(first, one);
    keys.put(second, other);
    return keys;
  }
}
