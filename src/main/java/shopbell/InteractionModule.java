package shopbell;

import io.vertx.ext.web.Router;
import java.util.List;
import shopbell.api.InteractionApi;
import shopbell.api.MessageApi;
import shopbell.api.QueueApi;
import shopbell.api.WrapUpApi;
import shopbell.cluster.LeaderLease;
import shopbell.interaction.AgentActions;
import shopbell.interaction.CallerCandidates;
import shopbell.interaction.EventRecorder;
import shopbell.interaction.InteractionIntake;
import shopbell.interaction.InteractionNotes;
import shopbell.interaction.QueueRulesLookup;
import shopbell.scheduling.Intervals;
import shopbell.scheduling.PeriodicTask;
import shopbell.store.identity.PgHandles;
import shopbell.store.interaction.PgInteractionNotes;

/** The life of calls and chats: events in, notes and wrap-ups of agents, and the end of interactions that no sender has ended. */
record InteractionModule(
    Foundation base,
    InteractionIntake intake,
    InteractionNotes notes,
    QueueRulesLookup queues,
    AgentActions actions,
    CallerCandidates candidates,
    LeaderLease leader)
    implements Module {
  static InteractionModule of(
      Foundation base, AgentActions actions, CallerCandidates candidates, LeaderLease leader) {
    InteractionIntake intake = new InteractionIntake(
        new InteractionIntake.IntakeParts(
            base.configuration().identity().normaliser(),
            base.ignored(),
            base.events(),
            new EventRecorder(
                base.events(), base.softDeadline(), base.configuration().tracing()),
            new PgHandles(base.database()),
            base.open()),
        base.changes(),
        base.meters(),
        base.clock());
    InteractionNotes notes = new PgInteractionNotes(base.database(), base.events());
    return new InteractionModule(
        base, intake, notes, base.configuration().queues(), actions, candidates, leader);
  }

  @Override
  public void mount(Router api) {
    new InteractionApi(notes, actions, candidates, queues, base.clock()).mount(api);
    new MessageApi(notes, actions, base.accessLogger(), base.clock()).mount(api);
    new WrapUpApi(notes, actions, queues, base.clock()).mount(api);
    new QueueApi(queues).mount(api);
  }

  @Override
  public List<PeriodicTask> tasks(Intervals intervals) {
    return List.of(PeriodicTask.everywhere(intervals.sweep(), () -> intake.sweep(leader.mine())));
  }
}
