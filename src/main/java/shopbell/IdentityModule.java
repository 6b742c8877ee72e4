package shopbell;

import java.util.Map;
import java.util.TreeMap;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;
import shopbell.i18n.Words;
import shopbell.identity.CustomerMatcher;
import shopbell.identity.HandleNormaliser;
import shopbell.identity.HandleStore;
import shopbell.identity.MatchThresholds;
import shopbell.identity.PhoneNumbers;
import shopbell.identity.PlaceholderIds;

/** The configured parts of identity that several features share. */
public final class IdentityModule {
  private IdentityModule() {}

  /** Scores who a contact is from, by the configured thresholds. */
  static CustomerMatcher matcher(Settings settings, HandleStore handleStore, Words words) {
    return new CustomerMatcher(
        handleStore,
        new PhoneNumbers(settings.text("defaultCountry")),
        words,
        MatchThresholds.from(settings));
  }

  /** Numbers without a country code are of {@code defaultCountry}; {@code identity.ignoredIds} are no ids. */
  public static HandleNormaliser normaliser(Settings settings) {
    return new HandleNormaliser(
        new PhoneNumbers(settings.text("defaultCountry")),
        new PlaceholderIds(settings.text("identity.ignoredIds")),
        outsideLines(settings));
  }

  private static Map<String, String> outsideLines(Settings settings) {
    Map<String, String> digits = new TreeMap<>();
    settings.named("ingress").forEach((door, keys) -> {
      String given = keys.getOrDefault("outsideLine", "").strip();
      if (!given.isEmpty() && !given.matches("\\d{1,3}")) {
        throw new InvalidConfiguration("ingress." + door
            + ".outsideLine is what is dialled for an outside line, one to three digits such as 0");
      }
      if (!given.isEmpty()) {
        digits.put(door, given);
      }
    });
    return digits;
  }
}
