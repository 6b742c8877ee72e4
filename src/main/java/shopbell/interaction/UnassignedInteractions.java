package shopbell.interaction;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import shopbell.desk.Desk;

/**
 * Interactions received by this node that no agent here sees. The node that shows one stores its customer; where none
 * has done so within seconds, this node looks it up, so that the interaction appears in its customer's history.
 * Thread-safe.
 */
public final class UnassignedInteractions {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final OpenInteractions open;
  private final Desk desk;
  private final EventStore eventStore;
  private final InstantSource clock;
  private final Set<UUID> found = ConcurrentHashMap.newKeySet();
  private final Set<UUID> linked = ConcurrentHashMap.newKeySet();

  public UnassignedInteractions(
      OpenInteractions open, Desk desk, EventStore eventStore, InstantSource clock) {
    this.open = open;
    this.desk = desk;
    this.eventStore = eventStore;
    this.clock = clock;
  }

  /** The interactions without a stored customer; to be called every few seconds. */
  public Future<Set<UUID>> find() {
    Instant now = clock.instant();
    Stream.of(found, linked).forEach(ids -> ids.removeIf(id -> open.find(id).isEmpty()));
    List<UUID> unsure = open.those(contact -> unsure(contact, now));
    return eventStore.unlinked(unsure, now).onSuccess(unlinked -> {
      found.addAll(unlinked);
      unsure.stream().filter(id -> !unlinked.contains(id)).forEach(linked::add);
    });
  }

  private boolean unsure(OpenInteraction contact, Instant now) {
    UUID id = contact.course().interaction().id();
    return contact.ours()
        && contact.kept()
        && !contact.sameCaller()
        && contact.receivedAt().plus(PATIENCE).isBefore(now)
        && !linked.contains(id)
        && desk.card(id).isEmpty();
  }

  /** Whether {@code interaction} was found by {@link #find}; true only once. */
  public boolean take(UUID interaction) {
    return found.remove(interaction);
  }
}
