package shopbell;

import shopbell.events.Change;
import shopbell.events.ChangePublisher;
import shopbell.events.Topic;
import shopbell.identity.HandleNormaliser;
import shopbell.sources.SourceAnswerRecorder;
import shopbell.sources.SourceAnswers;
import shopbell.sources.SourceQueries;
import shopbell.sources.Sources;
import shopbell.sources.UnknownCallerSearch;
import shopbell.store.identity.PgMerges;
import shopbell.store.sources.PgSourceAnswers;

/** Other systems that are asked about customers, and about callers without a customer. */
record SourceModule(SourceQueries queries) implements Module {
  private static final String CANDIDATES = "candidates";

  /** The configured systems. Candidates that they name at one node are known at the others. */
  static SourceModule of(Foundation base) {
    ChangePublisher changes = base.changes();
    HandleNormaliser normaliser = base.configuration().identity().normaliser();
    SourceAnswers answers = new SourceAnswerRecorder(
        new PgSourceAnswers(base.database()),
        normaliser,
        base.ignored(),
        new PgMerges(base.database()));
    Sources sources = new Sources(
        base.configuration()
            .sources()
            .clients(base.vertx(), base.meters(), base.changed(Topic.SOURCES), base.clock()),
        answers,
        (customer, stored) -> changes.publish(new Change.SourceAsked(customer, stored)),
        base.words(),
        base.clock());
    UnknownCallerSearch callers = new UnknownCallerSearch(new UnknownCallerSearch.CallerSearchParts(
        sources,
        answers,
        normaliser,
        base.ignored(),
        namedCandidates -> changes.tell(CANDIDATES, namedCandidates),
        base.words()));
    changes.on(CANDIDATES, UnknownCallerSearch.NamedCandidates.class, callers::heard);
    return new SourceModule(new SourceQueries(sources, callers));
  }
}
