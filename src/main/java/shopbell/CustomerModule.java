package shopbell;

import io.vertx.ext.web.Router;
import shopbell.api.AssignmentCheck;
import shopbell.api.AuditRecorder;
import shopbell.api.CueApi;
import shopbell.api.CustomerApi;
import shopbell.api.MergeApi;
import shopbell.api.PrivacyApi;
import shopbell.api.PromiseApi;
import shopbell.cluster.LeaderLease;
import shopbell.customer.CustomerMerging;
import shopbell.identity.DuplicateFinder;
import shopbell.identity.DuplicateSearchTask;
import shopbell.identity.HandleFormUpgrade;
import shopbell.interaction.AgentActions;
import shopbell.interaction.InteractionNotes;
import shopbell.store.customer.PgCues;
import shopbell.store.customer.PgCustomers;
import shopbell.store.customer.PgPrivacy;
import shopbell.store.customer.PgPromises;
import shopbell.store.identity.PgDuplicates;
import shopbell.store.identity.PgMerges;
import shopbell.store.identity.PgStoredHandles;
import shopbell.store.interaction.PgAssignments;
import shopbell.store.sql.Database;

/** Customers: search, merges, promises, privacy requests, and the search for duplicates in the background. */
record CustomerModule(
    Foundation base,
    CustomerMerging merging,
    DuplicateSearchTask duplicates,
    InteractionNotes notes,
    AgentActions actions,
    AuditRecorder audit)
    implements Module {
  static CustomerModule of(
      Foundation base, InteractionNotes notes, AgentActions actions, AuditRecorder audit) {
    Database database = base.database();
    PgMerges merges = new PgMerges(database);
    PgDuplicates stored = new PgDuplicates(database);
    CustomerMerging merging = new CustomerMerging(
        new CustomerMerging.MergingParts(
            merges, stored, base.events(), base.changes(), base.words()),
        base.clock());
    DuplicateSearchTask duplicates = new DuplicateSearchTask(
        base.vertx(),
        new HandleFormUpgrade(
            new PgStoredHandles(database), base.configuration().identity().normaliser()),
        new DuplicateFinder(stored, merges, base.configuration().identity().thresholds()),
        base.changes(),
        base.clock());
    return new CustomerModule(base, merging, duplicates, notes, actions, audit);
  }

  /** Begins the search for duplicates, wherever {@code leader} holds the lease. */
  void search(LeaderLease leader) {
    duplicates.begin(leader::mine);
  }

  @Override
  public void mount(Router api) {
    Database database = base.database();
    AssignmentCheck own = new AssignmentCheck(
        new PgAssignments(database), notes, actions, base.open()::of, base.clock());
    new PromiseApi(new PgPromises(database), notes, actions, own, base.accessLogger()).mount(api);
    new MergeApi(merging, base.configuration().merging(), own, base.accessLogger(), audit)
        .mount(api);
    new CustomerApi(new PgCustomers(database), actions, base.accessLogger(), base.clock())
        .mount(api);
    new CueApi(new PgCues(database), actions, base.accessLogger(), audit).mount(api);
    new PrivacyApi(new PgPrivacy(database), actions, base.accessLogger(), audit).mount(api);
  }

  @Override
  public void close() {
    duplicates.end();
  }
}
