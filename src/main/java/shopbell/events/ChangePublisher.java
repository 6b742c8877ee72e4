package shopbell.events;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import shopbell.card.CardUpdater;
import shopbell.card.CompanyActivity;
import shopbell.cluster.ClusterBus;
import shopbell.json.Json;
import shopbell.model.Handle;
import shopbell.model.interaction.TrackedInteraction;

/** What this node has kept: shown on its own desks, and told to the other nodes, which show it on theirs. Thread-safe. */
public final class ChangePublisher {
  private static final String COURSE = "course";
  private static final String CUSTOMERS = "customers";
  private static final String HANDLES = "handles";
  private static final String ANEW = "anew";
  private static final String REFRESH = "refresh";
  private static final String LINE = "line";

  /** The notices are to be read anew. */
  public static final String NOTICES = "notices";

  /** Who may sign in is to be read anew. */
  public static final String USERS = "users";

  /** A course on its way to the others. */
  record Kept(TrackedInteraction course, Instant receivedAt) {}

  private final CardUpdater cardUpdater;
  private final ClusterBus clusterBus;
  private final Map<String, Consumer<String>> heard = new ConcurrentHashMap<>();

  public ChangePublisher(CardUpdater cardUpdater, ClusterBus clusterBus) {
    this.cardUpdater = cardUpdater;
    this.clusterBus = clusterBus;
    cardUpdater.lines().onNews(word -> tell(LINE, word));
  }

  /** See {@link CardUpdater#kept}. */
  public Future<Void> kept(TrackedInteraction trackedInteraction, Instant receivedAt) {
    Future<Void> shown = cardUpdater.kept(trackedInteraction, receivedAt);
    tell(COURSE, new Kept(trackedInteraction, receivedAt));
    return shown;
  }

  /** See {@link CardUpdater#changed}. */
  public void changed(Set<UUID> customers) {
    cardUpdater.changed(customers);
    if (!customers.isEmpty()) {
      tell(CUSTOMERS, customers);
    }
  }

  /** See {@link CardUpdater#known}. */
  public void known(List<Handle> handles) {
    cardUpdater.known(handles);
    if (!handles.isEmpty()) {
      tell(HANDLES, handles);
    }
  }

  /** See {@link CardUpdater#anew}. */
  public void anew(UUID interaction) {
    cardUpdater.anew(interaction);
    tell(ANEW, interaction);
  }

  /** See {@link CardUpdater#refresh}; every node on which somebody sees it asks. */
  public Future<Void> refresh(UUID interaction) {
    tell(REFRESH, interaction);
    return cardUpdater.refresh(interaction);
  }

  /** A node that has come hears who is on the line; the others have heard it already. */
  public void lines() {
    cardUpdater.lines().all().forEach(word -> tell(LINE, word));
  }

  /** The other nodes hear {@code value} by what they have {@link #on}. */
  public void tell(String what, Object value) {
    clusterBus.tell(what, () -> Json.write(value));
  }

  /** What is done when another node tells {@code what}; to be said before {@link #listen}. */
  public <T> void on(String what, Class<T> type, Consumer<T> then) {
    heard.put(what, body -> then.accept(Json.read(body, type)));
  }

  /** From now on this node does what the others tell; a word of a newer release, during a rolling restart, is passed over. */
  public void listen() {
    on(COURSE, Kept.class, kept -> cardUpdater.heard(kept.course(), kept.receivedAt()));
    on(CUSTOMERS, UUID[].class, changed -> cardUpdater.changed(List.of(changed)));
    on(HANDLES, Handle[].class, known -> cardUpdater.known(List.of(known)));
    on(ANEW, UUID.class, cardUpdater::anew);
    on(REFRESH, UUID.class, cardUpdater::refresh);
    on(LINE, CompanyActivity.Word.class, cardUpdater::heard);
    clusterBus.hear((what, body) -> heard.getOrDefault(what, unknown -> {}).accept(body));
  }
}
