package shopbell.nextaction;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import shopbell.decision.DecisionInput;
import shopbell.decision.library.CardFacts;
import shopbell.model.card.Card;
import shopbell.model.decision.Decision;
import shopbell.model.decision.DecisionFacts;
import shopbell.model.decision.DecisionRequest;
import shopbell.model.decision.HoldOutAssignment;
import shopbell.model.decision.PersonHistory;
import shopbell.nextaction.DecisionStore.PersonRecord;

/** Decides for one person over the facts of a card, on a worker. Stores nothing. Thread-safe. */
public final class Decisions {
  /**
   * A decision with what it was made of.
   *
   * @param holdOuts the assignments that were known, and those that were drawn for it
   */
  public record Decided(
      Decision decision,
      DecisionInput input,
      PersonRecord person,
      List<HoldOutAssignment> holdOuts,
      CurrentCatalogue.Snapshot snapshot) {
    public Decided {
      holdOuts = List.copyOf(holdOuts);
    }
  }

  private final Vertx vertx;
  private final CurrentCatalogue catalogue;
  private final double share;
  private final InstantSource clock;

  /** {@code share} of persons are held out from an action that states no share itself. */
  public Decisions(Vertx vertx, CurrentCatalogue catalogue, double share, InstantSource clock) {
    this.vertx = vertx;
    this.catalogue = catalogue;
    this.share = share;
    this.clock = clock;
  }

  /** Fails with Rejected, CROWDED, when too many others are being made. */
  public Future<Decided> made(DecisionRequest request, Card card, PersonRecord person) {
    return made(request, card, person, catalogue.now());
  }

  /** The same with another catalogue, such as one on trial. */
  Future<Decided> made(
      DecisionRequest request, Card card, PersonRecord person, CurrentCatalogue.Snapshot snapshot) {
    return vertx.executeBlocking(() -> decided(request, card, person, snapshot), false);
  }

  private Decided decided(
      DecisionRequest request, Card card, PersonRecord person, CurrentCatalogue.Snapshot snapshot) {
    DecisionFacts facts = CardFacts.of(card, clock.instant());
    HoldOutGroups groups = new HoldOutGroups(snapshot.holdOut(), share);
    List<HoldOutAssignment> holdOuts = request
        .customer()
        .map(survivor -> groups.completed(
            person.holdOuts(), snapshot.compiled().catalogue().actions(), survivor, facts.at()))
        .orElse(person.holdOuts());
    DecisionInput input = new DecisionInput(
        request,
        facts,
        snapshot.compiled().catalogue(),
        before(person.history(), request.id()),
        holdOuts,
        snapshot.models(),
        catalogue.zone());
    return new Decided(snapshot.compiled().decide(input), input, person, holdOuts, snapshot);
  }

  /** Answers to the same decision do not count, so that its actions stay while the contact lasts. */
  private static PersonHistory before(PersonHistory history, UUID own) {
    return new PersonHistory(
        history.shown(),
        history.responses().stream().filter(one -> !one.decision().equals(own)).toList());
  }
}
