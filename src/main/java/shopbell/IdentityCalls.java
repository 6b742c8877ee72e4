package shopbell;

import io.vertx.ext.web.Router;
import shopbell.api.AssignmentCheck;
import shopbell.api.AuditTrail;
import shopbell.api.LookLog;
import shopbell.api.MergeRight;
import shopbell.api.Notebook;
import shopbell.api.PersonCalls;
import shopbell.api.Persons;
import shopbell.api.PromiseCalls;
import shopbell.store.Database;
import shopbell.store.PgAssignments;
import shopbell.store.PgPromises;

/** Calls about who is who and what is owed, with what each person may decide of it. */
record IdentityCalls(
    Database database, MergeRight right, Persons persons, Showing showing, LookLog looks) {
  /** Behind the gate. */
  void mount(Router api, Notebook notebook, AgentActionEffects actions, AuditTrail audit) {
    AssignmentCheck own = new AssignmentCheck(
        new PgAssignments(database), notebook, actions, showing.open()::of, looks.clock());
    new PromiseCalls(new PgPromises(database), notebook, actions, own, looks).mount(api);
    new PersonCalls(persons, right, own, looks, audit).mount(api);
  }
}
