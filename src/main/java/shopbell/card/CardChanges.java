package shopbell.card;

import io.vertx.core.Future;
import shopbell.events.Change;
import shopbell.events.ChangeListener;
import shopbell.interaction.OpenInteraction;

/** Which work on cards each change causes. */
public record CardChanges(CardUpdater cards) implements ChangeListener {
  @Override
  public Future<Void> changedHere(Change change) {
    if (change instanceof Change.InteractionSaved saved) {
      return cards.show(OpenInteraction.of(saved.course(), saved.receivedAt(), true, true));
    }
    if (change instanceof Change.InteractionUnsaved unsaved) {
      return cards.show(
          OpenInteraction.of(unsaved.interaction(), unsaved.receivedAt(), false, true));
    }
    if (change instanceof Change.RefreshRequested requested) {
      return cards.refresh(requested.interaction());
    }
    if (change instanceof Change.AgentArrived arrived) {
      return cards.build(arrived.missing());
    }
    if (change instanceof Change.InteractionExpected expected) {
      cards.prefetch(expected.interaction());
    } else if (change instanceof Change.InteractionForgotten forgotten) {
      cards.forget(forgotten.interaction());
    } else if (change instanceof Change.SourceAsked asked) {
      cards.sourceAsked(asked.customer(), asked.stored());
    } else if (change instanceof Change.AccountsChanged) {
      // agents may have other names now
      cards.reloadAll();
    } else {
      outdated(change);
    }
    return Future.succeededFuture();
  }

  @Override
  public void changedElsewhere(Change change) {
    if (change instanceof Change.InteractionSaved saved) {
      cards.savedElsewhere(saved.course(), saved.receivedAt());
    } else if (change instanceof Change.CompanyLineChanged line) {
      cards.lineChanged(line);
    } else if (change instanceof Change.RefreshRequested requested) {
      cards.refresh(requested.interaction());
    } else {
      outdated(change);
    }
  }

  private void outdated(Change change) {
    if (change instanceof Change.CustomersChanged changed) {
      cards.customersChanged(changed.customers());
    } else if (change instanceof Change.HandlesKnown known) {
      cards.handlesKnown(known.handles());
    } else if (change instanceof Change.InteractionOutdated outdated) {
      cards.reload(outdated.interaction());
    } else if (change instanceof Change.NoticesChanged) {
      cards.refreshNotices();
    } else if (change instanceof Change.EverythingOutdated) {
      cards.reloadAll();
    }
  }
}
