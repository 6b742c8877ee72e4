package shopbell.insight;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import shopbell.model.customer.Journey;

/**
 * The display names of journey steps; letter case and separators are ignored, so that {@code Product Viewed},
 * {@code product_viewed} and {@code product.viewed} are one name.
 */
public final class StepCatalogue {
  /** One name: its normalised spelling, its label, its meaning for the customer, and its topic. */
  private record Entry(
      String key,
      String label,
      Map<String, String> names,
      StepMeaning act,
      Optional<String> about) {}

  private static final int MOST_REMEMBERED = 10_000;

  private final Map<String, Entry> entries = new HashMap<>();

  /** Caches entries: names are few and read on every card, and each costs half a dozen regular expressions. */
  private final Map<String, Entry> read = new ConcurrentHashMap<>();

  /** {@code names} as they were read and checked; {@code language} is de or en, the other one is the fallback. */
  public StepCatalogue(Map<String, Map<String, String>> names, String language) {
    String other = language.equals("de") ? "en" : "de";
    names.forEach((name, said) -> {
      String key = key(name);
      entries.put(
          key,
          new Entry(
              key,
              said.getOrDefault(language, said.getOrDefault(other, name)),
              names(said),
              Optional.ofNullable(said.get("does"))
                  .map(StepMeaning::of)
                  .orElseGet(() -> StepMeaning.guessed(key)),
              Optional.ofNullable(said.get("about"))));
    });
  }

  /** The label; an undescribed name is made readable. */
  public String label(String name) {
    return entry(name).label();
  }

  /** The labels by language; a missing one is replaced by the other. */
  public Map<String, String> names(String name) {
    return entry(name).names();
  }

  private static Map<String, String> names(Map<String, String> said) {
    String de = said.containsKey("de") ? said.get("de") : said.get("en");
    return Map.of("de", de, "en", said.getOrDefault("en", de));
  }

  /** The step's meaning for the customer; its outcome overrides its name. */
  StepMeaning act(Journey.Item item) {
    String outcome = item.friction().orElse("");
    if (outcome.equals("abandoned")) {
      return StepMeaning.ABANDON;
    }
    if (outcome.equals("failed") || outcome.equals("error")) {
      return StepMeaning.ERROR;
    }
    return entry(item.name()).act();
  }

  Optional<String> about(String name) {
    return entry(name).about();
  }

  /** {@link #key}, cached. */
  String keyOf(String name) {
    return entry(name).key();
  }

  private Entry entry(String name) {
    Entry known = read.get(name);
    if (known == null) {
      known = Optional.ofNullable(entries.get(key(name))).orElseGet(() -> undescribed(name));
      if (read.size() < MOST_REMEMBERED) {
        read.put(name, known);
      }
    }
    return known;
  }

  private static Entry undescribed(String name) {
    String key = key(name);
    String human = human(name);
    return new Entry(
        key, human, Map.of("de", human, "en", human), StepMeaning.guessed(key), Optional.empty());
  }

  static String key(String name) {
    return name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1.$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", ".")
        .replaceAll("^\\.|\\.$", "");
  }

  private static String human(String name) {
    String words = name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
        .replaceAll("[._:/-]+", " ")
        .replaceAll("\\s+", " ")
        .strip();
    return words.isEmpty()
        ? name
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
