package shopbell;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import shopbell.desk.Desk;
import shopbell.ingress.Ledger;

/**
 * Contacts that came by this node and that nobody here sees. The node that shows one writes whose it is; where none has
 * after some seconds, this node finds it out, so that the contact is in its customer's history. Thread-safe.
 */
final class Strays {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final OpenContacts open;
  private final Desk desk;
  private final Ledger ledger;
  private final InstantSource clock;
  private final Set<UUID> found = ConcurrentHashMap.newKeySet();

  /** As they stood when the ledger was asked, which is asked again when one has gone on. */
  private final Map<UUID, OpenContact> asked = new ConcurrentHashMap<>();

  Strays(OpenContacts open, Desk desk, Ledger ledger, InstantSource clock) {
    this.open = open;
    this.desk = desk;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** To be called every few seconds: those of which the store does not know whose they are. */
  Future<List<UUID>> find() {
    Instant now = clock.instant();
    asked.keySet().removeIf(id -> open.find(id).isEmpty());
    Map<UUID, OpenContact> unsure = new ConcurrentHashMap<>();
    open.those(contact -> unsure(contact, now))
        .forEach(id -> open.find(id).ifPresent(contact -> unsure.put(id, contact)));
    return ledger.unlinked(unsure.keySet(), now).onSuccess(unlinked -> {
      asked.putAll(unsure);
      found.addAll(unlinked);
    });
  }

  private boolean unsure(OpenContact contact, Instant now) {
    UUID id = contact.course().interaction().id();
    return contact.ours()
        && contact.kept()
        && !contact.sameCaller()
        && contact.receivedAt().plus(PATIENCE).isBefore(now)
        && !contact.equals(asked.get(id))
        && desk.card(id).isEmpty();
  }

  /** Something about who it is has changed: it is looked for again. */
  void anew(UUID interaction) {
    asked.remove(interaction);
  }

  /** Whether {@code interaction} was found, once. */
  boolean take(UUID interaction) {
    return found.remove(interaction);
  }
}
