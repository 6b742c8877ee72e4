package shopbell.security;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import shopbell.config.HttpAddress;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;
import shopbell.model.ContractWord;
import shopbell.model.Rejected;
import shopbell.model.Role;

/**
 * The configured rules for sessions.
 *
 * @param cookies the names of their cookies
 * @param idle after which an unused session ends
 * @param secondFactor the roles that need one
 */
public record SessionRules(CookieNames cookies, Duration idle, Set<Role> secondFactor) {
  /** As configured; InvalidConfiguration for an unknown role. */
  public static SessionRules of(Settings settings) {
    return new SessionRules(
        CookieNames.of(HttpAddress.of(settings).shown()),
        settings.minutes("session.idleMinutes"),
        Arrays.stream(settings.text("session.secondFactor").split(",", -1))
            .map(String::strip)
            .filter(role -> !role.isEmpty())
            .map(SessionRules::role)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static Role role(String word) {
    try {
      return ContractWord.of(Role.class, word);
    } catch (Rejected unknown) {
      throw new InvalidConfiguration(
          "session.secondFactor is a list of roles (agent, supervisor, admin), such as admin, supervisor");
    }
  }

  /** Whether the user must set up a second factor before anything else. */
  public boolean mustEnrol(Session session) {
    return secondFactor.contains(session.agent().role()) && !session.secondFactor();
  }
}
