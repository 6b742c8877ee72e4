package shopbell.security;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopbell.model.Agent;

/** Names and aliases that belong to more than one account, as databases of earlier releases may have them. */
public final class DuplicateNames {
  private final Map<String, Set<String>> holders = new HashMap<>();

  private DuplicateNames() {}

  /** Those among {@code all}. */
  public static DuplicateNames of(List<Agent> all) {
    DuplicateNames names = new DuplicateNames();
    for (Agent agent : all) {
      keys(agent)
          .forEach(
              key -> names.holders.computeIfAbsent(key, k -> new HashSet<>()).add(agent.name()));
    }
    names.holders.values().removeIf(holders -> holders.size() < 2);
    return names;
  }

  /** The name and aliases of {@code agent}, in the compared form. */
  public static Set<String> keys(Agent agent) {
    return Stream.concat(Stream.of(agent.name()), agent.aliases().stream())
        .map(NameKey::of)
        .filter(key -> !key.isEmpty())
        .collect(Collectors.toSet());
  }

  /** How many there are. */
  public int count() {
    return holders.size();
  }

  /** Whether {@code nameOrAlias} is one of them. */
  public boolean has(String nameOrAlias) {
    return holders.containsKey(NameKey.of(nameOrAlias));
  }
}
