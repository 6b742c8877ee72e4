package shopbell.interaction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.interaction.IdReuse;
import shopbell.model.interaction.InteractionState;
import shopbell.model.interaction.TrackedInteraction;

/** Every interaction that has not ended, whether an agent sees it or not. Thread-safe. */
public final class OpenInteractions {
  private final Map<UUID, OpenInteraction> open = new ConcurrentHashMap<>();

  /** The interactions by certain or possible customer, so that no change has to search all of them. */
  private final Map<UUID, Set<UUID>> named = new ConcurrentHashMap<>();

  /** For reused sender's ids, the newest interaction by the first one with that id. */
  private final Map<UUID, TrackedInteraction> again = new ConcurrentHashMap<>();

  /** Ignores an older revision than the stored one. */
  public void take(OpenInteraction newer) {
    TrackedInteraction tracked = newer.course();
    open.merge(tracked.interaction().id(), newer, OpenInteraction::after);
    tracked
        .reuse()
        .ifPresent(reuse ->
            again.merge(reuse.first(), tracked, (a, b) -> earlier(b) >= earlier(a) ? b : a));
  }

  private static int earlier(TrackedInteraction tracked) {
    return tracked.reuse().map(IdReuse::earlier).orElse(0);
  }

  /** The newest of the interactions with the sender's id of {@code first}. */
  public Optional<TrackedInteraction> newest(UUID first) {
    TrackedInteraction later = again.get(first);
    return course(later == null ? first : later.interaction().id());
  }

  /** Empty for one that has ended or is unknown here. */
  public Optional<OpenInteraction> find(UUID interaction) {
    return Optional.ofNullable(open.get(interaction));
  }

  /** Its state; empty for one that has ended or is unknown here. */
  public Optional<TrackedInteraction> course(UUID interaction) {
    return find(interaction).map(OpenInteraction::course);
  }

  /** Does nothing when it is not there any more. */
  public void update(UUID interaction, UnaryOperator<OpenInteraction> change) {
    open.computeIfPresent(interaction, (id, contact) -> {
      OpenInteraction next = change.apply(contact);
      if (!next.match().equals(contact.match())) {
        unname(id, contact);
        next.match()
            .map(CustomerMatch::named)
            .orElse(Set.of())
            .forEach(customer -> name(id, customer));
      }
      return next;
    });
  }

  /** Removes one that has ended for good. */
  public void forget(UUID interaction) {
    open.computeIfPresent(interaction, (id, contact) -> {
      unname(id, contact);
      again.computeIfPresent(
          contact.course().first(),
          (first, newest) -> newest.interaction().id().equals(id) ? null : newest);
      return null;
    });
  }

  private void name(UUID interaction, UUID customer) {
    named.compute(customer, (c, before) -> {
      Set<UUID> all = new HashSet<>(before == null ? Set.of() : before);
      all.add(interaction);
      return Set.copyOf(all);
    });
  }

  private void unname(UUID interaction, OpenInteraction contact) {
    contact
        .match()
        .map(CustomerMatch::named)
        .orElse(Set.of())
        .forEach(customer -> named.computeIfPresent(customer, (c, before) -> {
          Set<UUID> rest = new HashSet<>(before);
          rest.remove(interaction);
          return rest.isEmpty() ? null : Set.copyOf(rest);
        }));
  }

  /** The ids of all, in no order. */
  public Set<UUID> all() {
    return Set.copyOf(open.keySet());
  }

  /** Interactions with a lost end event; unless {@code mine}, only those that no other node can close. */
  List<UUID> forgotten(Instant now, boolean mine) {
    return those(contact -> contact.forgotten(now)
        && (mine
            || !contact.kept()
            || contact.course().interaction().state() == InteractionState.CLOSED));
  }

  /**
   * Interactions that differ from {@code revisions} of all open ones: newer there, unknown here, or closed meanwhile.
   */
  List<UUID> behind(Map<UUID, Integer> revisions) {
    List<UUID> behind = new ArrayList<>(those(contact -> contact.kept()
        && contact.course().interaction().state() != InteractionState.CLOSED
        && !revisions.containsKey(contact.course().interaction().id())));
    revisions.forEach((id, revision) -> {
      if (course(id).filter(known -> known.revision() >= revision).isEmpty()) {
        behind.add(id);
      }
    });
    return behind;
  }

  /** The interactions that certainly or possibly are with {@code customer}. */
  public Set<UUID> of(UUID customer) {
    return named.getOrDefault(customer, Set.of());
  }

  /** The ids of those that match {@code fit}, in no order. */
  public List<UUID> those(Predicate<OpenInteraction> fit) {
    return open.entrySet().stream()
        .filter(entry -> fit.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
