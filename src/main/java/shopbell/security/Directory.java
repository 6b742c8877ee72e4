package shopbell.security;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import shopbell.model.Agent;

/** Everybody who may sign in, in memory, to be found by name or by what a telephony system calls them. */
public final class Directory {
  private static final Pattern NUMBER = Pattern.compile("[+0-9 ()/.-]+");

  /** All that is no digit, and zeros in front. */
  private static final Pattern NOT_IN_A_NUMBER = Pattern.compile("^[^1-9]+|\\D");

  private static final int SHORTEST_NUMBER = 5;

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

  /** The Shopbell names behind {@code sent}; when nobody here is called so, what was sent. */
  public List<String> names(List<String> sent) {
    List<String> known =
        sent.stream().map(this::name).flatMap(Optional::stream).distinct().toList();
    return known.isEmpty() ? sent : known;
  }

  /** The Shopbell name behind a name or alias; letter case and the way a number is written do not matter. */
  public Optional<String> name(String nameOrAlias) {
    return Optional.ofNullable(byAlias.get(fold(nameOrAlias)));
  }

  /** By exact name. */
  public Optional<Agent> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private static String fold(String text) {
    String folded = text.strip().toLowerCase(Locale.ROOT);
    if (!NUMBER.matcher(folded).matches()) {
      return folded;
    }
    String digits = NOT_IN_A_NUMBER.matcher(folded).replaceAll("");
    return digits.length() >= SHORTEST_NUMBER ? digits : folded;
  }
}
