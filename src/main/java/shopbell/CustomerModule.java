package shopbell;

import io.vertx.ext.web.Router;
import shopbell.api.AccessLogger;
import shopbell.api.AssignmentCheck;
import shopbell.api.AuditRecorder;
import shopbell.api.MergeApi;
import shopbell.api.MergePermission;
import shopbell.api.PromiseApi;
import shopbell.card.AgentActionEffects;
import shopbell.card.CardUpdater;
import shopbell.customer.MergeAdministration;
import shopbell.interaction.InteractionNotes;
import shopbell.store.customer.PgPromises;
import shopbell.store.interaction.PgAssignments;
import shopbell.store.sql.Database;

/** Calls about who is who and what is owed, with what each person may decide of it. */
record CustomerModule(
    Database database, MergePermission right, MergeAdministration persons, CardUpdater showing, AccessLogger looks) {
  /** Behind the gate. */
  void mount(Router api, InteractionNotes interactionNotes, AgentActionEffects actions, AuditRecorder audit) {
    AssignmentCheck own = new AssignmentCheck(
        new PgAssignments(database), interactionNotes, actions, showing.open()::of, looks.clock());
    new PromiseApi(new PgPromises(database), interactionNotes, actions, own, looks).mount(api);
    new MergeApi(persons, right, own, looks, audit).mount(api);
  }
}
