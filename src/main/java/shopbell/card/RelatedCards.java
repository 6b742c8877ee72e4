package shopbell.card;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import shopbell.interaction.OpenInteractions;
import shopbell.scheduling.SoftDeadline;

/**
 * Rebuilds cards that show another interaction's progress: each at once, and then at most once a second, so that many
 * interactions of one customer do not cost the square of their number. Thread-safe.
 */
final class RelatedCards {
  private final OpenInteractions open;
  private final SoftDeadline softDeadline;
  private final Consumer<UUID> build;

  /** Interactions rebuilt within the last second, and whether another rebuild is wanted. */
  private final ConcurrentHashMap<UUID, Boolean> built = new ConcurrentHashMap<>();

  RelatedCards(OpenInteractions open, SoftDeadline softDeadline, Consumer<UUID> build) {
    this.open = open;
    this.softDeadline = softDeadline;
    this.build = build;
  }

  /** Reads their customers again. */
  void reload(Collection<UUID> interactions) {
    interactions.forEach(id -> {
      unread(id);
      rebuild(id);
    });
  }

  /** Rebuilds without reading. */
  void rebuild(Collection<UUID> interactions) {
    interactions.forEach(this::rebuild);
  }

  /** A source has answered about their customer; a single card shows every answer at once. */
  void sourceAnswered(List<UUID> interactions, boolean anew) {
    if (anew) {
      interactions.forEach(this::unread);
    }
    if (interactions.size() == 1) {
      build.accept(interactions.get(0));
    } else {
      rebuild(interactions);
    }
  }

  private void unread(UUID interaction) {
    open.update(interaction, shown -> shown.read(Optional.empty()));
  }

  private void rebuild(UUID interaction) {
    AtomicBoolean first = new AtomicBoolean();
    built.compute(interaction, (id, asked) -> {
      first.set(asked == null);
      return asked != null;
    });
    if (first.get()) {
      begin(interaction);
    }
  }

  private void begin(UUID interaction) {
    softDeadline.inASecond(() -> next(interaction));
    build.accept(interaction);
  }

  private void next(UUID interaction) {
    AtomicBoolean more = new AtomicBoolean();
    built.computeIfPresent(interaction, (id, asked) -> {
      more.set(asked);
      return asked ? Boolean.FALSE : null;
    });
    if (more.get()) {
      begin(interaction);
    }
  }
}
