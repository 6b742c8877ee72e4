package shopbell.card;

import shopbell.desk.Desk;
import shopbell.events.ChangePublisher;
import shopbell.identity.CustomerMatcher;
import shopbell.interaction.EventStore;
import shopbell.interaction.OpenInteractions;
import shopbell.interaction.Recipients;
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
    ChangePublisher changes) {}
