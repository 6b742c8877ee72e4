package shopbell;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import shopbell.api.AccessLogger;
import shopbell.api.DecisionApi;
import shopbell.api.admin.ActionTrialApi;
import shopbell.api.admin.LibraryApi;
import shopbell.api.supervisor.EffectApi;
import shopbell.card.AgentActionEffects;
import shopbell.events.Topic;
import shopbell.nextaction.ActionLibrary;
import shopbell.nextaction.ActionTester;
import shopbell.nextaction.ActionTrial;
import shopbell.nextaction.CardDecisions;
import shopbell.nextaction.ChannelDecisions;
import shopbell.nextaction.CurrentCatalogue;
import shopbell.nextaction.Decisions;
import shopbell.nextaction.EffectReport;
import shopbell.nextaction.NextActionSettings;
import shopbell.nextaction.OutcomeTask;
import shopbell.scheduling.Intervals;
import shopbell.scheduling.PeriodicTask;
import shopbell.store.decision.PgActionLibrary;
import shopbell.store.decision.PgDecisions;
import shopbell.store.decision.PgEffects;
import shopbell.store.decision.PgTrialContacts;
import shopbell.store.security.PgServerSecrets;

/** Next best actions: for every channel, their library, and what became of them. */
record DecisionModule(Foundation base, Parts parts, AgentActionEffects actions) implements Module {
  private static final String CHANGED = "catalogue";
  private static final Duration RELOAD = Duration.ofMinutes(1);
  private static final Duration OUTCOMES = Duration.ofMinutes(5);

  /** What cards need too; it is made before them. */
  record Parts(
      CurrentCatalogue catalogue,
      PgActionLibrary library,
      PgDecisions store,
      PgEffects effects,
      Decisions decisions,
      CardDecisions cards) {}

  static Parts parts(Foundation base) {
    PgDecisions store = new PgDecisions(base.database());
    PgEffects effects = new PgEffects(base.database());
    PgActionLibrary library = new PgActionLibrary(base.database());
    PgServerSecrets secrets = new PgServerSecrets(base.database());
    CurrentCatalogue catalogue = new CurrentCatalogue(
        library, effects, () -> secrets.secret("hold-out"), ZoneId.systemDefault());
    base.changes().on(CHANGED, Boolean.class, news -> catalogue.reload());
    Decisions decisions = new Decisions(
        base.vertx(), catalogue, base.configuration().decisions().holdOut(), base.clock());
    CardDecisions cards =
        new CardDecisions(store, decisions, base.configuration().locale().getLanguage());
    return new Parts(catalogue, library, store, effects, decisions, cards);
  }

  /** Completes when the shop's own actions are known. */
  Future<Void> open() {
    return parts.catalogue().reload();
  }

  /** All nodes decide by what is stored now. */
  private Future<Void> changed(Topic topic) {
    return parts.catalogue().reload().onSuccess(read -> {
      base.changes().tell(CHANGED, true);
      base.changes().topicChanged(topic);
    });
  }

  @Override
  public void mount(Router api) {
    ActionLibrary library =
        new ActionLibrary(parts.library(), () -> changed(Topic.ACTIONS), base.clock());
    new LibraryApi(library).mount(api);
    trials(library).mount(api);
    new DecisionApi(
            parts.store(),
            new ChannelDecisions(parts.store(), parts.decisions(), actions::facts),
            actions::normalised,
            base.accessLogger(),
            base.clock())
        .mount(api);
    new EffectApi(new EffectReport(
            parts.effects(),
            parts.catalogue(),
            base.configuration().decisions().holdOut(),
            base.clock()))
        .mount(api);
  }

  private ActionTrialApi trials(ActionLibrary library) {
    AccessLogger looks = base.accessLogger();
    ActionTrial trial = new ActionTrial(
        new PgTrialContacts(base.database()),
        parts.decisions(),
        parts.catalogue(),
        actions::facts,
        base.clock());
    ActionTester tester = new ActionTester(
        base.vertx(), parts.decisions(), parts.catalogue(), actions::facts, base.clock());
    return new ActionTrialApi(
        library, trial, tester, (ctx, customer) -> looks.sawPage(ctx, Optional.of(customer)));
  }

  @Override
  public List<PeriodicTask> tasks(Intervals intervals) {
    OutcomeTask outcomes = new OutcomeTask(
        base.vertx(),
        parts.effects(),
        parts.catalogue(),
        () -> changed(Topic.EFFECTS),
        base.clock());
    return List.of(
        PeriodicTask.everywhere(RELOAD, parts.catalogue()::reload),
        PeriodicTask.onLeader(OUTCOMES, outcomes::run),
        PeriodicTask.onLeader(intervals.sweep(), this::prune));
  }

  private void prune() {
    NextActionSettings settings = base.configuration().decisions();
    parts.store().prune(settings.oldest(base.clock().instant()));
  }
}
