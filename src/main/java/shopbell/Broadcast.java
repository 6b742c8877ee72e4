package shopbell;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import shopbell.cluster.Nodes;
import shopbell.model.Course;
import shopbell.model.Handle;
import shopbell.wire.Json;

/** What this node has kept: shown on its own desks, and told to the other nodes, which show it on theirs. Thread-safe. */
final class Broadcast {
  private static final String COURSE = "course";
  private static final String CUSTOMERS = "customers";
  private static final String HANDLES = "handles";
  private static final String ANEW = "anew";
  private static final String REFRESH = "refresh";
  private static final String NOTICES = "notices";
  private static final String USERS = "users";

  /** A course on its way to the others. */
  record Kept(Course course, Instant receivedAt) {}

  private final Showing showing;
  private final Nodes nodes;

  Broadcast(Showing showing, Nodes nodes) {
    this.showing = showing;
    this.nodes = nodes;
  }

  /** See {@link Showing#kept}. */
  void kept(Course course, Instant receivedAt) {
    showing.kept(course, receivedAt);
    nodes.tell(COURSE, () -> Json.write(new Kept(course, receivedAt)));
  }

  /** See {@link Showing#changed}. */
  void changed(Set<UUID> customers) {
    showing.changed(customers);
    if (!customers.isEmpty()) {
      nodes.tell(CUSTOMERS, () -> Json.write(customers));
    }
  }

  /** See {@link Showing#known}. */
  void known(List<Handle> handles) {
    showing.known(handles);
    if (!handles.isEmpty()) {
      nodes.tell(HANDLES, () -> Json.write(handles));
    }
  }

  /** See {@link Showing#anew}. */
  void anew(UUID interaction) {
    showing.anew(interaction);
    nodes.tell(ANEW, interaction::toString);
  }

  /** See {@link Showing#refresh}; every node on which somebody sees it asks. */
  Future<Void> refresh(UUID interaction) {
    nodes.tell(REFRESH, interaction::toString);
    return showing.refresh(interaction);
  }

  /** The others read the notices anew. */
  void notices() {
    nodes.tell(NOTICES, () -> "");
  }

  /** The others read anew who may sign in. */
  void users() {
    nodes.tell(USERS, () -> "");
  }

  /** From now on this node shows what the others tell; {@code notices} and {@code users} are then to be read anew. */
  void listen(Runnable notices, Runnable users) {
    nodes.hear((what, body) -> {
      switch (what) {
        case NOTICES -> notices.run();
        case USERS -> users.run();
        default -> heard(what, body);
      }
    });
  }

  private void heard(String what, String body) {
    switch (what) {
      case COURSE -> {
        Kept kept = Json.read(body, Kept.class);
        showing.heard(kept.course(), kept.receivedAt());
      }
      case CUSTOMERS -> showing.changed(List.of(Json.read(body, UUID[].class)));
      case HANDLES -> showing.known(List.of(Json.read(body, Handle[].class)));
      case ANEW -> showing.anew(UUID.fromString(body));
      case REFRESH -> showing.refresh(UUID.fromString(body));
      default -> {
        // from a node of another release, during a rolling restart
      }
    }
  }
}
