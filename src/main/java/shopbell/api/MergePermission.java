package shopbell.api;

import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;
import shopbell.model.ContractWord;
import shopbell.model.Rejected;
import shopbell.model.Role;
import shopbell.security.Principal;

/** The permission to merge and separate customers: users of the role {@code least} and above. */
public record MergePermission(Role least) {
  private static final String KEY = "identity.mergeRole";

  /** As configured; InvalidConfiguration when that is no role. */
  public static MergePermission of(Settings settings) {
    try {
      return new MergePermission(ContractWord.of(Role.class, settings.text(KEY)));
    } catch (Rejected unknown) {
      throw new InvalidConfiguration(KEY + " is agent, supervisor or admin");
    }
  }

  /** False for an API key, because no person answers for it. */
  boolean has(Principal principal) {
    return principal.agent().filter(agent -> agent.role().compareTo(least) >= 0).isPresent();
  }

  /** The user's name; FORBIDDEN without the permission. */
  String must(Principal principal) {
    String name = principal.person().name();
    if (!has(principal)) {
      throw new Rejected(
          Rejected.Reason.FORBIDDEN,
          "Merging customers, undoing a merge and marking two as not the same need the role "
              + least + ". Choose the customer of your own contact on its card.");
    }
    return name;
  }
}
