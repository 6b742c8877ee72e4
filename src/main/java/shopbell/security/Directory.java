package shopbell.security;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Agent;

/** Everybody who may sign in, in memory, to be found by name or by what a telephony system calls them. */
public final class Directory {
  private final Users users;
  private volatile Map<String, Agent> byName = Map.of();
  private volatile Map<String, String> byAlias = Map.of();

  /** Empty until the first {@link #refresh}. */
  public Directory(Users users) {
    this.users = users;
  }

  /** Reads everybody anew. */
  public Future<Void> refresh() {
    return users.all().onSuccess(this::take).mapEmpty();
  }

  private void take(List<Agent> all) {
    Map<String, Agent> names = new HashMap<>();
    Map<String, String> aliases = new HashMap<>();
    for (Agent agent : all) {
      agent.aliases().forEach(alias -> aliases.put(fold(alias), agent.name()));
      names.put(agent.name(), agent);
    }
    // a name is stronger than somebody else's alias
    names.keySet().forEach(name -> aliases.put(fold(name), name));
    byName = names;
    byAlias = aliases;
  }

  /** The Shopbell name behind a name or alias, case ignored; what nobody has stays as it was sent. */
  public String name(String nameOrAlias) {
    return byAlias.getOrDefault(fold(nameOrAlias), nameOrAlias);
  }

  /** By exact name. */
  public Optional<Agent> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private static String fold(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
