package shopbell;

import java.time.Duration;
import java.util.List;
import shopbell.card.ActiveNotices;
import shopbell.card.AgentActionEffects;
import shopbell.card.CardChanges;
import shopbell.card.CardListener;
import shopbell.card.CardParts;
import shopbell.card.CardUpdater;
import shopbell.card.SummaryStore;
import shopbell.card.TracedCardSteps;
import shopbell.card.content.CardBuilder;
import shopbell.desk.Desk;
import shopbell.desk.WatchedTopics;
import shopbell.identity.CustomerMatcher;
import shopbell.insight.StepCatalogue;
import shopbell.interaction.Recipients;
import shopbell.nextaction.CardDecisions;
import shopbell.scheduling.Intervals;
import shopbell.scheduling.PeriodicTask;
import shopbell.sources.SourceQueries;
import shopbell.store.card.PgNotices;
import shopbell.store.card.PgSummaries;
import shopbell.store.identity.PgHandles;

/** The cards: built from interactions, put on the desk, and kept true while something changes. */
record CardModule(CardUpdater updater, Desk desk, WatchedTopics topics, AgentActionEffects actions)
    implements Module {
  private static final Duration RECOVERY = Duration.ofSeconds(2);

  static CardModule of(
      Foundation base,
      CardBuilder builder,
      CardListener listener,
      SourceQueries sources,
      CardDecisions decisions) {
    Configuration given = base.configuration();
    CustomerMatcher matcher = matcher(base);
    SummaryStore summaries = new PgSummaries(base.database(), given.currency());
    Recipients agents = new Recipients(base.users(), base.meters());
    Desk desk = new Desk(base.meters(), base.clock(), base.accessLog(), base.changes());
    CardUpdater updater = updater(
        base,
        new CardParts(
            agents,
            matcher,
            base.events(),
            new TracedCardSteps(matcher, summaries, builder, desk, given.tracing()),
            listener,
            new ActiveNotices(new PgNotices(base.database())),
            sources,
            desk,
            base.open(),
            decisions,
            base.changes()));
    AgentActionEffects.ActionParts actionParts = new AgentActionEffects.ActionParts(
        given.identity().normaliser(),
        matcher,
        summaries,
        builder,
        decisions,
        base.users(),
        agents);
    return new CardModule(updater, desk, topics(base), actions(base, actionParts, updater));
  }

  private static CustomerMatcher matcher(Foundation base) {
    PgHandles handles = new PgHandles(base.database());
    return base.configuration().identity().matcher(handles, base.words());
  }

  private static WatchedTopics topics(Foundation base) {
    WatchedTopics topics = new WatchedTopics(base.vertx());
    base.changes().add(topics);
    return topics;
  }

  private static AgentActionEffects actions(
      Foundation base, AgentActionEffects.ActionParts actionParts, CardUpdater updater) {
    return new AgentActionEffects(actionParts, updater, base.changes(), base.clock());
  }

  private static CardUpdater updater(Foundation base, CardParts parts) {
    CardUpdater updater = new CardUpdater(
        parts,
        () -> base.clusterBus().count() > 1,
        base.softDeadline(),
        base.meters(),
        base.clock());
    base.changes().add(new CardChanges(updater));
    return updater;
  }

  /** The builder in the words and with the journey steps of the configuration. */
  static CardBuilder builder(Foundation base) {
    return new CardBuilder(
        base.words(),
        new StepCatalogue(
            base.configuration().journey().stepNames(),
            base.configuration().locale().getLanguage()));
  }

  @Override
  public List<PeriodicTask> tasks(Intervals intervals) {
    return List.of(PeriodicTask.everywhere(RECOVERY, updater::recover));
  }

  @Override
  public void close() {
    desk.close();
  }
}
