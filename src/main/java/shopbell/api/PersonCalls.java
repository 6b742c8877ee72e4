package shopbell.api;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.json.JsonFields;
import shopbell.model.Agent;
import shopbell.model.Duplicate;
import shopbell.model.Identity;
import shopbell.model.Rejected;
import shopbell.model.Role;
import shopbell.security.AuditEntry;
import shopbell.security.Caller;
import shopbell.security.Glance;

/** Merging customers, taking it back, and asking why some records are one person. */
public final class PersonCalls {
  private static final int LONGEST = 100;

  private final Persons persons;
  private final MergeRight right;
  private final AssignmentCheck own;
  private final LookLog looks;
  private final AuditTrail audit;

  public PersonCalls(
      Persons persons, MergeRight right, AssignmentCheck own, LookLog looks, AuditTrail audit) {
    this.persons = persons;
    this.right = right;
    this.own = own;
    this.looks = looks;
    this.audit = audit;
  }

  /** Behind the gate. */
  public void mount(Router api) {
    api.get("/customers/:id/identity").handler(this::identity);
    api.get("/customers/:id/duplicates")
        .handler(ctx -> duplicates(ctx, Optional.of(Asked.id(ctx))));
    api.get("/customers/:id/merge").handler(this::preview);
    api.post("/customers/:id/merge").handler(this::merge);
    api.delete("/interactions/:id/customer").handler(this::unchoose);
    api.post("/identity/:entry/undo").handler(this::undo);
    api.get("/duplicates").handler(ctx -> duplicates(ctx, Optional.empty()));
    api.delete("/duplicates/:id").handler(this::dismiss);
  }

  private void identity(RoutingContext ctx) {
    UUID id = Asked.id(ctx);
    Caller caller = Caller.of(ctx);
    answer(
        ctx,
        persons
            .identity(id)
            .map(told -> told.undoable(entry -> mayUndo(caller, entry)))
            .onSuccess(told -> looks.saw(ctx, Glance.Why.IDENTITY, Optional.of(id))));
  }

  /** As far as the entry alone says it; a link of somebody else's on the desk is offered on its card. */
  private boolean mayUndo(Caller caller, Identity.Entry entry) {
    return entry.what().equals("merge")
        ? right.has(caller)
        : caller
            .agent()
            .filter(a -> a.role() != Role.AGENT || a.name().equals(entry.actor()))
            .isPresent();
  }

  /** What a merge would do; both are seen by it. */
  private void preview(RoutingContext ctx) {
    right.must(Caller.of(ctx));
    UUID id = Asked.id(ctx);
    UUID other = JsonFields.uuid("/other", Asked.parameter(ctx, "other").orElse(""));
    answer(ctx, persons.preview(id, other).onSuccess(seen -> {
      looks.saw(ctx, Glance.Why.IDENTITY, Optional.of(seen.keep().customer()));
      looks.saw(ctx, Glance.Why.IDENTITY, Optional.of(seen.other().customer()));
    }));
  }

  private void merge(RoutingContext ctx) {
    String actor = right.must(Caller.of(ctx));
    UUID id = Asked.id(ctx);
    JsonFields body = Body.of(ctx);
    UUID other = body.uuid("other");
    String version = body.text("version", LONGEST);
    answer(
        ctx,
        persons
            .merge(id, other, version, actor)
            .compose(entry -> audit
                .did(
                    ctx,
                    AuditEntry.Kind.CUSTOMERS_MERGED,
                    id.toString(),
                    Optional.empty(),
                    Optional.of(Map.of("other", other, "entry", entry)))
                .map(Map.of("entry", entry))));
  }

  private void undo(RoutingContext ctx) {
    Caller caller = Caller.of(ctx);
    Agent agent = caller.person();
    long entry = entry(ctx);
    answer(
        ctx,
        persons
            .statement(entry)
            .compose(statement -> {
              if (statement.merge()) {
                right.must(caller);
                return Future.succeededFuture();
              }
              return own.link(agent, statement);
            })
            .compose(may -> persons.undo(entry, agent.name()))
            .compose(undone -> audit
                .did(ctx, AuditEntry.Kind.IDENTITY_UNDONE, Long.toString(entry))
                .map(Map.of("entry", undone))));
  }

  private void unchoose(RoutingContext ctx) {
    Agent agent = Caller.of(ctx).person();
    UUID id = Asked.id(ctx);
    own.interaction(agent, id)
        .compose(course -> persons.unchoose(id, agent.name()))
        .onFailure(ctx::fail)
        .onSuccess(done -> Answers.nothing(ctx));
  }

  private void duplicates(RoutingContext ctx, Optional<UUID> customer) {
    answer(
        ctx,
        persons
            .duplicates(customer, Asked.parameter(ctx, "before"))
            .map(page -> page(page, right.has(Caller.of(ctx))))
            .onSuccess(page -> looks.saw(ctx, Glance.Why.DUPLICATES, customer)));
  }

  /** With whether the one who asks may merge them. */
  private static Map<String, Object> page(Page<Duplicate> page, boolean mayMerge) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("items", page.items());
    told.put("next", page.next());
    told.put("mayMerge", mayMerge);
    return told;
  }

  private void dismiss(RoutingContext ctx) {
    String actor = right.must(Caller.of(ctx));
    persons
        .dismiss(Asked.id(ctx), actor)
        .compose(done ->
            audit.did(ctx, AuditEntry.Kind.DUPLICATE_DISMISSED, Asked.id(ctx).toString()))
        .onFailure(ctx::fail)
        .onSuccess(done -> Answers.nothing(ctx));
  }

  private static void answer(RoutingContext ctx, Future<?> value) {
    value.onFailure(ctx::fail).onSuccess(answer -> Answers.json(ctx, 200, answer));
  }

  private static long entry(RoutingContext ctx) {
    String entry = ctx.pathParam("entry");
    if (!entry.matches("\\d{1,18}")) {
      throw Rejected.field("/entry", "is the number of a journal entry");
    }
    return Long.parseLong(entry);
  }
}
