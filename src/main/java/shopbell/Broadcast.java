package shopbell;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import shopbell.cluster.ClusterBus;
import shopbell.json.Json;
import shopbell.model.Handle;
import shopbell.model.interaction.TrackedInteraction;

/** What this node has kept: shown on its own desks, and told to the other nodes, which show it on theirs. Thread-safe. */
final class Broadcast {
  private static final String COURSE = "course";
  private static final String CUSTOMERS = "customers";
  private static final String HANDLES = "handles";
  private static final String ANEW = "anew";
  private static final String REFRESH = "refresh";
  private static final String LINE = "line";

  /** The notices are to be read anew. */
  static final String NOTICES = "notices";

  /** Who may sign in is to be read anew. */
  static final String USERS = "users";

  /** A course on its way to the others. */
  record Kept(TrackedInteraction course, Instant receivedAt) {}

  private final Showing showing;
  private final ClusterBus clusterBus;
  private final Map<String, Consumer<String>> heard = new ConcurrentHashMap<>();

  Broadcast(Showing showing, ClusterBus clusterBus) {
    this.showing = showing;
    this.clusterBus = clusterBus;
    showing.lines().onNews(word -> tell(LINE, word));
  }

  /** See {@link Showing#kept}. */
  Future<Void> kept(TrackedInteraction trackedInteraction, Instant receivedAt) {
    Future<Void> shown = showing.kept(trackedInteraction, receivedAt);
    tell(COURSE, new Kept(trackedInteraction, receivedAt));
    return shown;
  }

  /** See {@link Showing#changed}. */
  void changed(Set<UUID> customers) {
    showing.changed(customers);
    if (!customers.isEmpty()) {
      tell(CUSTOMERS, customers);
    }
  }

  /** See {@link Showing#known}. */
  void known(List<Handle> handles) {
    showing.known(handles);
    if (!handles.isEmpty()) {
      tell(HANDLES, handles);
    }
  }

  /** See {@link Showing#anew}. */
  void anew(UUID interaction) {
    showing.anew(interaction);
    tell(ANEW, interaction);
  }

  /** See {@link Showing#refresh}; every node on which somebody sees it asks. */
  Future<Void> refresh(UUID interaction) {
    tell(REFRESH, interaction);
    return showing.refresh(interaction);
  }

  /** A node that has come hears who is on the line; the others have heard it already. */
  void lines() {
    showing.lines().all().forEach(word -> tell(LINE, word));
  }

  /** The other nodes hear {@code value} by what they have {@link #on}. */
  void tell(String what, Object value) {
    clusterBus.tell(what, () -> Json.write(value));
  }

  /** What is done when another node tells {@code what}; to be said before {@link #listen}. */
  <T> void on(String what, Class<T> type, Consumer<T> then) {
    heard.put(what, body -> then.accept(Json.read(body, type)));
  }

  /** From now on this node does what the others tell; a word of a newer release, during a rolling restart, is passed over. */
  void listen() {
    on(COURSE, Kept.class, kept -> showing.heard(kept.course(), kept.receivedAt()));
    on(CUSTOMERS, UUID[].class, changed -> showing.changed(List.of(changed)));
    on(HANDLES, Handle[].class, known -> showing.known(List.of(known)));
    on(ANEW, UUID.class, showing::anew);
    on(REFRESH, UUID.class, showing::refresh);
    on(LINE, Lines.Word.class, showing::heard);
    clusterBus.hear((what, body) -> heard.getOrDefault(what, unknown -> {}).accept(body));
  }
}
