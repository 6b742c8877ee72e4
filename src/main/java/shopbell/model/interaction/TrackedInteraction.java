package shopbell.model.interaction;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Handle;
import shopbell.model.customer.ContactHistory;
import shopbell.model.event.EndCause;
import shopbell.model.event.InteractionStep;

/**
 * An interaction with the state needed to accept its events late, twice and out of order; see {@link
 * InteractionLifecycle}.
 *
 * @param handles all handles of the customer besides the number
 * @param rung every agent who was ever rung, by the name or alias that was sent
 * @param steps the steps so far, by the sender's clock; the interaction is always their fold
 * @param customer the customer an agent has chosen
 * @param wrappedUpAt when the agent was done with it
 * @param revision grows by one with every stored change
 * @param reuse present where the sender had used its id for an earlier interaction
 */
public record TrackedInteraction(
    Interaction interaction,
    List<Handle> handles,
    Map<String, String> attributes,
    List<String> rung,
    List<Taken> steps,
    Optional<UUID> customer,
    Optional<Instant> wrappedUpAt,
    int revision,
    Optional<IdReuse> reuse) {
  /** One step as the sender reported it. */
  public record Taken(
      Instant at,
      InteractionStep step,
      List<String> agents,
      Optional<String> queue,
      Optional<EndCause> cause) {
    public Taken {
      Objects.requireNonNull(at);
      Objects.requireNonNull(step);
      agents = List.copyOf(agents);
    }
  }

  public TrackedInteraction {
    Objects.requireNonNull(interaction);
    handles = List.copyOf(handles);
    attributes = Map.copyOf(attributes);
    rung = List.copyOf(rung);
    steps = List.copyOf(steps);
    // absent in JSON stored by an earlier release
    reuse = reuse == null ? Optional.empty() : reuse;
  }

  /** The first interaction with its sender's id: itself, unless the id was reused. */
  public UUID first() {
    return reuse.map(IdReuse::first).orElse(interaction.id());
  }

  /**
   * When it ended; an interaction that an agent wrapped up has ended too, even if its sender never reports the end.
   */
  public Optional<Instant> over() {
    return interaction.endedAt().or(() -> wrappedUpAt);
  }

  /**
   * How often an agent has transferred the customer during this interaction; {@link ContactHistory} has earlier
   * transfers.
   */
  public int transfers() {
    return EventFold.of(steps).transfers();
  }

  /** The last agent who transferred the customer within this interaction. */
  public Optional<Handover> handover() {
    return EventFold.of(steps).handover();
  }

  /** A tracked interaction without steps or other state. */
  static TrackedInteraction of(Interaction interaction) {
    return new TrackedInteraction(
        interaction,
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty());
  }

  /** The next revision, with the interaction {@code newer}. */
  public TrackedInteraction with(Interaction newer) {
    return new TrackedInteraction(
        newer, handles, attributes, rung, steps, customer, wrappedUpAt, revision + 1, reuse);
  }

  /** A copy with the agent's choice of customer and the time of wrap-up. */
  TrackedInteraction said(Optional<UUID> whose, Optional<Instant> wrapped) {
    return new TrackedInteraction(
        interaction, handles, attributes, rung, steps, whose, wrapped, revision, reuse);
  }

  /** A copy with its handles normalised. */
  public TrackedInteraction withHandles(List<Handle> normalised) {
    return new TrackedInteraction(
        interaction, normalised, attributes, rung, steps, customer, wrappedUpAt, revision, reuse);
  }

  /** A copy with these attributes in the place of its own. */
  public TrackedInteraction withAttributes(Map<String, String> told) {
    return new TrackedInteraction(
        interaction, handles, told, rung, steps, customer, wrappedUpAt, revision, reuse);
  }
}
