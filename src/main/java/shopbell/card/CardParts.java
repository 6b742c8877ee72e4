package shopbell.card;

import java.util.Optional;
import shopbell.desk.Desk;
import shopbell.events.ChangePublisher;
import shopbell.identity.CustomerMatcher;
import shopbell.interaction.EventStore;
import shopbell.interaction.OpenInteractions;
import shopbell.interaction.Recipients;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.nextaction.CardDecisions;
import shopbell.sources.SourceQueries;

/** The ports and parts of other rooms that cards are made with. */
public record CardParts(
    Recipients recipients,
    CustomerMatcher matcher,
    EventStore events,
    TracedCardSteps steps,
    CardListener listener,
    ActiveNotices notices,
    SourceQueries sources,
    Desk desk,
    OpenInteractions open,
    CardDecisions decisions,
    ChangePublisher changes) {
  /** A transferred call with what it inherits from the one before, such as its customer. */
  TrackedInteraction withParent(TrackedInteraction tracked) {
    Optional<TrackedInteraction> parent = tracked.interaction().parent().flatMap(open::course);
    return parent.map(before -> matcher.inherited(tracked, before)).orElse(tracked);
  }
}
