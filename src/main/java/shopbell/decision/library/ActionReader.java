package shopbell.decision.library;

import static shopbell.decision.library.LibraryReader.checked;
import static shopbell.decision.library.LibraryReader.document;
import static shopbell.decision.library.LibraryReader.flag;
import static shopbell.decision.library.LibraryReader.parsed;
import static shopbell.decision.library.LibraryReader.rule;
import static shopbell.decision.library.LibraryReader.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import shopbell.connector.YamlSection;
import shopbell.model.decision.Action;
import shopbell.model.decision.ActionGoal;
import shopbell.model.decision.ActionKind;
import shopbell.model.decision.ActionLimits;
import shopbell.model.decision.ActionPlacement;
import shopbell.model.decision.ActionRules;
import shopbell.model.decision.ActionStart;
import shopbell.model.decision.ActionStart.StartKind;
import shopbell.model.decision.ActionTexts;
import shopbell.model.decision.FrequencyCap;
import shopbell.model.decision.StatedEvidence;
import shopbell.model.decision.SuccessDefinition;
import shopbell.model.decision.SuccessDefinition.SuccessKind;
import shopbell.model.decision.Worth;

/** Reads an action from YAML or JSON, which have the same keys; docs/decisions.md explains each. */
public final class ActionReader {
  private static final String DURATION = "a duration such as P7D or PT12H";
  private static final int MOST = 1_000;
  private static final String[] KEYS =
      ("name kind title steps because reasons start eligible applicable suitable value cost from until queues channels"
              + " cap coolingOff mandatory success evidence holdOut")
          .split(" ", -1);

  private ActionReader() {}

  /** Throws {@code ConnectorError} with line and column of what is wrong; an unknown key gets a suggestion. */
  public static Action read(String yamlOrJson) {
    YamlSection file = document(yamlOrJson).only(KEYS);
    String name = file.required("name");
    ActionKind kind =
        file.word("kind", ActionKind.class).orElseThrow(() -> file.wrong("kind", "is missing"));
    ActionTexts texts = checked(
        file,
        () -> new ActionTexts(text(file, "title"), text(file, "steps"), text(file, "because")));
    ActionRules rules =
        new ActionRules(rule(file, "eligible"), rule(file, "applicable"), rule(file, "suitable"));
    ActionPlacement placement = placement(file);
    ActionLimits limits = limits(file);
    ActionGoal goal = goal(file);
    return checked(
        file, () -> new Action(name, kind, texts, start(file), placement, rules, limits, goal));
  }

  private static Optional<ActionStart> start(YamlSection file) {
    return file.part("start").map(start -> {
      start.only("kind", "target");
      StartKind kind =
          start.word("kind", StartKind.class).orElseThrow(() -> start.wrong("kind", "is missing"));
      return checked(start, () -> new ActionStart(kind, start.required("target")));
    });
  }

  private static ActionPlacement placement(YamlSection file) {
    return checked(
        file,
        () -> new ActionPlacement(
            Set.copyOf(file.texts("reasons")),
            Set.copyOf(file.texts("queues")),
            Set.copyOf(file.texts("channels")),
            parsed(file, "from", LocalDate::parse, "a day such as 2026-12-24"),
            parsed(file, "until", LocalDate::parse, "a day such as 2026-12-24")));
  }

  private static ActionLimits limits(YamlSection file) {
    return checked(
        file,
        () -> new ActionLimits(
            file.part("cap").map(ActionReader::cap),
            parsed(file, "coolingOff", Duration::parse, DURATION).orElse(Duration.ZERO),
            flag(file, "mandatory"),
            parsed(file, "holdOut", Double::valueOf, "a share such as 0.05")));
  }

  private static FrequencyCap cap(YamlSection cap) {
    cap.only("times", "within");
    return checked(
        cap, () -> new FrequencyCap(cap.number("times", 1, 1, MOST), duration(cap, "within")));
  }

  private static Duration duration(YamlSection section, String key) {
    return parsed(section, key, Duration::parse, DURATION)
        .orElseThrow(() -> section.wrong(key, "is missing"));
  }

  private static ActionGoal goal(YamlSection file) {
    return checked(
        file,
        () -> new ActionGoal(
            worth(file, "value"),
            worth(file, "cost"),
            file.part("success").map(ActionReader::success),
            file.part("evidence").map(ActionReader::evidence).orElse(StatedEvidence.NONE)));
  }

  private static Worth worth(YamlSection file, String key) {
    return file.part(key)
        .map(worth -> {
          worth.only("amount", "unit");
          BigDecimal amount = parsed(worth, "amount", BigDecimal::new, "a number such as 12.50")
              .orElseThrow(() -> worth.wrong("amount", "is missing"));
          return checked(worth, () -> new Worth(amount, worth.required("unit")));
        })
        .orElse(Worth.NOTHING);
  }

  private static SuccessDefinition success(YamlSection success) {
    success.only("kind", "within", "leastScore");
    SuccessKind kind = success
        .word("kind", SuccessKind.class)
        .orElseThrow(() -> success.wrong("kind", "is missing"));
    return checked(
        success,
        () -> new SuccessDefinition(
            kind,
            duration(success, "within"),
            parsed(success, "leastScore", Integer::valueOf, "a whole number from 0 to 10")));
  }

  private static StatedEvidence evidence(YamlSection evidence) {
    evidence.only("successes", "trials");
    return checked(
        evidence,
        () -> new StatedEvidence(
            evidence.number("successes", 0, 0, MOST), evidence.number("trials", 0, 0, MOST)));
  }
}
