package shopbell.interaction;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;
import shopbell.i18n.Words;
import shopbell.insight.ContactReasons;
import shopbell.model.interaction.QueueRules;
import shopbell.model.interaction.QueueRules.WrapUpChoice;

/** The rules of each queue from the configuration, in words. */
public final class ConfiguredQueues implements QueueRulesLookup {
  private static final List<String> DISPOSITIONS =
      List.of("resolved", "callback", "escalated", "unresolved");

  private final Words words;
  private final Map<String, QueueRules> configured = new HashMap<>();

  /** InvalidConfiguration when a queue's keys make no sense. */
  public ConfiguredQueues(Settings settings, Words words) {
    this.words = words;
    settings.named("queues").forEach((name, keys) -> configured.put(name, rules(name, keys)));
  }

  @Override
  public QueueRules of(String queue) {
    return Optional.ofNullable(configured.get(queue)).orElseGet(() -> rules(queue, Map.of()));
  }

  private QueueRules rules(String name, Map<String, String> keys) {
    String required = keys.getOrDefault("dispositionRequired", "true");
    if (!List.of("true", "false").contains(required)) {
      throw new InvalidConfiguration("queues." + name + ".dispositionRequired is true or false");
    }
    Optional<List<String>> listed = list(keys, "dispositions");
    return new QueueRules(
        name,
        choices("disposition.", listed.orElse(DISPOSITIONS)),
        listed.isPresent(),
        required.equals("true"),
        choices("topic.", list(keys, "reasons").orElseGet(ContactReasons::topics)));
  }

  private static Optional<List<String>> list(Map<String, String> keys, String key) {
    return Optional.ofNullable(keys.get(key))
        .map(text -> Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .toList())
        .filter(all -> !all.isEmpty());
  }

  private List<WrapUpChoice> choices(String prefix, List<String> values) {
    return values.stream()
        .map(value -> new WrapUpChoice(value, words.sayOr(prefix + value, value)))
        .toList();
  }
}
