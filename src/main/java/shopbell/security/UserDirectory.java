package shopbell.security;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.model.Agent;

/** All user accounts in memory, found by name or alias in any spelling; see {@link NameKey}. */
public final class UserDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(UserDirectory.class);

  private final Users users;
  private volatile Map<String, Agent> byName = Map.of();
  private volatile Map<String, String> byAlias = Map.of();
  private volatile int doubles;
  private final Consumer<Set<String>> changed;

  /** The read that was requested and has not begun; null when there is none. */
  private Future<Set<String>> next;

  private Future<Set<String>> reading = Future.succeededFuture(Set.of());

  /** Empty until the first {@link #refresh}; {@code changed} gets the names that a refresh completes with, if any. */
  public UserDirectory(Users users, Consumer<Set<String>> changed) {
    this.users = users;
    this.changed = changed;
  }

  /**
   * Reads all accounts again; completes with the names of accounts that were added, changed or removed. Reads run one
   * after the other, because an older answer that arrives later would remove a new user again; requests made meanwhile
   * share the next one.
   */
  public synchronized Future<Set<String>> refresh() {
    if (next == null && reading.isComplete()) {
      reading = read();
      return reading;
    }
    if (next == null) {
      next = reading.transform(done -> begin());
    }
    return next;
  }

  private synchronized Future<Set<String>> begin() {
    next = null;
    reading = read();
    return reading;
  }

  private Future<Set<String>> read() {
    return users.all().map(this::take).onSuccess(names -> {
      if (!names.isEmpty()) {
        changed.accept(names);
      }
    });
  }

  private synchronized Set<String> take(List<Agent> all) {
    DuplicateNames shared = DuplicateNames.of(all);
    Map<String, Agent> names = new HashMap<>();
    Map<String, String> aliases = new HashMap<>();
    for (Agent agent : all) {
      // where two have the same alias, the first by name
      agent.aliases().forEach(alias -> aliases.putIfAbsent(NameKey.of(alias), agent.name()));
      names.put(agent.name(), agent);
    }
    // a name takes precedence over another user's alias
    names.keySet().forEach(name -> aliases.put(NameKey.of(name), name));
    aliases.remove("");
    Set<String> changed = new HashSet<>(names.keySet());
    changed.addAll(byName.keySet());
    changed.removeIf(name -> names.containsKey(name) && names.get(name).equals(byName.get(name)));
    byName = names;
    byAlias = aliases;
    warn(shared.count());
    return Set.copyOf(changed);
  }

  private void warn(int now) {
    if (now > doubles) {
      LOG.warn("{} names or aliases belong to two users each: \"user list\" marks them", now);
    }
    doubles = now;
  }

  /** The Shopbell names for {@code sent}; an unknown name stays as it was sent. */
  public List<String> names(List<String> sent) {
    List<String> known =
        sent.stream().map(this::name).flatMap(Optional::stream).distinct().toList();
    return known.isEmpty() ? sent : known;
  }

  /** The Shopbell name behind a name or alias; letter case and the way it is written do not matter. */
  public Optional<String> name(String nameOrAlias) {
    return Optional.ofNullable(byAlias.get(NameKey.of(nameOrAlias)));
  }

  /** By exact name. */
  public Optional<Agent> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
