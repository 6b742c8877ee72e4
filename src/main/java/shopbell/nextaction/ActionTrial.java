package shopbell.nextaction;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import shopbell.decision.library.CompiledCatalogue;
import shopbell.model.Rejected;
import shopbell.model.card.Card;
import shopbell.model.decision.ActionCatalogue;
import shopbell.model.decision.ActionVersion;
import shopbell.model.decision.Decision;
import shopbell.model.decision.DecisionRequest;
import shopbell.nextaction.DecisionStore.PersonRecord;
import shopbell.nextaction.TrialContactStore.ContactSample;
import shopbell.nextaction.TrialContactStore.PastContact;

/**
 * Decides contacts of the past again with one more action: how often would it be shown, and beside what? A sample is
 * decided, with the customers as they are now; nothing is stored, and no person is held out.
 */
public final class ActionTrial {
  private static final int MOST_LOOKED = 300;
  private static final int MOST_SHOWN = 3;

  private final TrialContactStore contacts;
  private final Decisions decisions;
  private final CurrentCatalogue catalogue;
  private final Function<UUID, Future<Card>> cards;
  private final InstantSource clock;

  /** {@code cards} gives the card of a customer outside any interaction; it fails with NOT_FOUND. */
  public ActionTrial(
      TrialContactStore contacts,
      Decisions decisions,
      CurrentCatalogue catalogue,
      Function<UUID, Future<Card>> cards,
      InstantSource clock) {
    this.contacts = contacts;
    this.decisions = decisions;
    this.catalogue = catalogue;
    this.cards = cards;
    this.clock = clock;
  }

  /** What {@code entry} would have done in the last {@code days} days. */
  public Future<TrialReport> of(LibraryEntry entry, int days) {
    Instant until = clock.instant();
    Instant since = until.minus(Duration.ofDays(days));
    CurrentCatalogue.Snapshot with = with(CurrentCatalogue.version(entry));
    return contacts
        .sample(since, MOST_LOOKED)
        .compose(sample -> decided(sample, 0, with, new ArrayList<>())
            .map(all -> TrialReport.of(
                new TrialReport.Period(entry.name(), entry.version(), since, until), sample, all)));
  }

  /** One after the other, so that calls of today find free workers. */
  private Future<List<Decision>> decided(
      ContactSample sample, int next, CurrentCatalogue.Snapshot with, List<Decision> before) {
    if (next == sample.looked().size()) {
      return Future.succeededFuture(before);
    }
    return decided(sample.looked().get(next), with)
        .onSuccess(found -> found.ifPresent(before::add))
        .compose(found -> decided(sample, next + 1, with, before));
  }

  /** Empty for a customer who is not there any more. */
  private Future<Optional<Decision>> decided(PastContact contact, CurrentCatalogue.Snapshot with) {
    DecisionRequest request = new DecisionRequest(
        contact.interaction(),
        Optional.of(contact.customer()),
        contact.channel(),
        contact.queue(),
        "card",
        MOST_SHOWN);
    return cards
        .apply(contact.customer())
        .compose(card -> decisions.made(request, card, PersonRecord.NONE, with))
        .map(decided -> Optional.of(decided.decision()))
        .recover(failure -> failure instanceof Rejected
            ? Future.succeededFuture(Optional.empty())
            : Future.failedFuture(failure));
  }

  private CurrentCatalogue.Snapshot with(ActionVersion version) {
    CurrentCatalogue.Snapshot now = catalogue.now();
    List<ActionVersion> actions = new ArrayList<>(now.compiled().catalogue().actions().stream()
        .filter(one -> !one.action().name().equals(version.action().name()))
        .toList());
    actions.add(version);
    return new CurrentCatalogue.Snapshot(
        CompiledCatalogue.of(fitting(actions, now), catalogue.zone()),
        now.models(),
        Map.of(),
        Optional.empty());
  }

  private static ActionCatalogue fitting(
      List<ActionVersion> actions, CurrentCatalogue.Snapshot now) {
    try {
      return new ActionCatalogue(actions, now.compiled().catalogue().vetoes());
    } catch (IllegalArgumentException e) {
      throw new Rejected(Rejected.Reason.SENSELESS, e.getMessage());
    }
  }
}
