package shopbell.api;

import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;
import shopbell.model.ContractWord;
import shopbell.model.Rejected;
import shopbell.model.Role;
import shopbell.security.Principal;

/** Who may say that two customers are one, or two: persons of the role {@code least} and of those above it. */
public record MergePermission(Role least) {
  private static final String KEY = "identity.mergeRole";

  /** As configured; BadSettings when that is no role. */
  public static MergePermission of(Settings settings) {
    try {
      return new MergePermission(ContractWord.of(Role.class, settings.text(KEY)));
    } catch (Rejected unknown) {
      throw new InvalidConfiguration(KEY + " is agent, supervisor or admin");
    }
  }

  /** False for a key, which nobody can ask why. */
  boolean has(Principal principal) {
    return principal.agent().filter(agent -> agent.role().compareTo(least) >= 0).isPresent();
  }

  /** The person's name; FORBIDDEN without the right. */
  String must(Principal principal) {
    String name = principal.person().name();
    if (!has(principal)) {
      throw new Rejected(
          Rejected.Reason.FORBIDDEN,
          "Merging customers, taking a merge back and saying that two are not the same needs the role "
              + least + ". Whom your contact is with you say on its card.");
    }
    return name;
  }
}
