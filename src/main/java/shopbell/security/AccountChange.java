package shopbell.security;

import java.util.List;
import java.util.Optional;
import shopbell.model.Agent;
import shopbell.model.Rejected;
import shopbell.model.Role;

/**
 * A change to the account {@code name}; empty values stay unchanged.
 *
 * @param hash of a new password
 */
public record AccountChange(
    String name,
    Optional<Role> role,
    Optional<List<String>> aliases,
    Optional<List<String>> queues,
    Optional<String> hash) {
  public AccountChange {
    aliases = aliases.map(List::copyOf);
    queues = queues.map(List::copyOf);
    List<String> all = aliases.orElse(List.of());
    for (int place = 0; place < all.size(); place++) {
      if (NameKey.of(all.get(place)).isEmpty()) {
        throw Rejected.field("/aliases/" + place, "an alias is not blank");
      }
    }
  }

  /** Sets every value, as for a new account. */
  public static AccountChange of(Users.Account account) {
    Agent agent = account.agent();
    return new AccountChange(
        agent.name(),
        Optional.of(agent.role()),
        Optional.of(agent.aliases()),
        Optional.of(agent.queues()),
        Optional.of(account.hash()));
  }

  /** The account after the change; Rejected when there is none {@code before} and no role is given. */
  public Agent onto(Optional<Agent> before) {
    Role then = role.or(() -> before.map(Agent::role))
        .orElseThrow(() -> Rejected.field("/role", "a new user needs a role"));
    return new Agent(
        name,
        then,
        aliases.or(() -> before.map(Agent::aliases)).orElse(List.of()),
        queues.or(() -> before.map(Agent::queues)).orElse(List.of()));
  }
}
