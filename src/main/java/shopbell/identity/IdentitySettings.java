package shopbell.identity;

import java.util.Map;
import java.util.TreeMap;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;
import shopbell.i18n.Words;

/**
 * The configuration of handles and matches.
 *
 * @param country of numbers without a country code, in ISO 3166
 * @param ignoredIds texts that are no ids, with commas between them
 * @param outsideLines for each door the digits that are dialled for an outside line, one to three
 * @param thresholds the probabilities of matches
 */
public record IdentitySettings(
    String country,
    String ignoredIds,
    Map<String, String> outsideLines,
    MatchThresholds thresholds) {
  public IdentitySettings {
    Region.check("defaultCountry", country);
    outsideLines = Map.copyOf(outsideLines);
    outsideLines.forEach((door, digits) -> {
      if (!digits.matches("\\d{1,3}")) {
        throw new InvalidConfiguration("ingress." + door
            + ".outsideLine is what is dialled for an outside line, one to three digits such as 0");
      }
    });
  }

  /** The keys {@code defaultCountry}, {@code identity.…} and {@code ingress.NAME.outsideLine}. */
  public static IdentitySettings of(Settings settings) {
    Map<String, String> outsideLines = new TreeMap<>();
    settings.named("ingress").forEach((door, keys) -> {
      String digits = keys.getOrDefault("outsideLine", "").strip();
      if (!digits.isEmpty()) {
        outsideLines.put(door, digits);
      }
    });
    return new IdentitySettings(
        settings.text("defaultCountry"),
        settings.text("identity.ignoredIds"),
        outsideLines,
        MatchThresholds.of(settings));
  }

  /** Writes numbers with their country and leaves out what is no id. */
  public HandleNormaliser normaliser() {
    return new HandleNormaliser(
        new PhoneNumbers(country), new PlaceholderIds(ignoredIds), outsideLines);
  }

  /** Says why in {@code words}. */
  public CustomerMatcher matcher(HandleStore handleStore, Words words) {
    return new CustomerMatcher(handleStore, new PhoneNumbers(country), words, thresholds);
  }
}
