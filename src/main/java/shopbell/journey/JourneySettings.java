package shopbell.journey;

import java.util.Map;
import java.util.Optional;
import shopbell.config.Secret;
import shopbell.config.Settings;

/**
 * The configuration of visits of web pages.
 *
 * @param stepNames the display names of steps, ours and the operator's
 * @param identityVerification the secrets by which the shop's server vouches for signed-in visitors; may be empty
 * @param userIds the system that issues the ids of signed-in users
 */
public record JourneySettings(
    Map<String, Map<String, String>> stepNames,
    Secret identityVerification,
    Optional<String> userIds) {
  /** The keys {@code journey.…}; InvalidConfiguration names the wrong line of the catalogue. */
  public static JourneySettings of(Settings settings) {
    return new JourneySettings(
        StepCatalogueReader.read(settings.text("journey.catalogue")),
        new Secret(settings.text("journey.identityVerification")),
        Optional.of(settings.text("journey.userIds")).filter(system -> !system.isBlank()));
  }
}
