package shopbell.api;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Agent;
import shopbell.model.Rejected;
import shopbell.security.AuditEntry;
import shopbell.security.Caller;
import shopbell.security.Glance;

/** Merging customers, taking it back, and asking why some records are one person. */
public final class PersonCalls {
  private final Persons persons;
  private final Notebook notebook;
  private final Corridor corridor;
  private final LookLog looks;
  private final AuditTrail audit;

  public PersonCalls(
      Persons persons, Notebook notebook, Corridor corridor, LookLog looks, AuditTrail audit) {
    this.persons = persons;
    this.notebook = notebook;
    this.corridor = corridor;
    this.looks = looks;
    this.audit = audit;
  }

  /** Behind the gate. */
  public void mount(Router api) {
    api.get("/customers/:id/identity").handler(this::identity);
    api.get("/customers/:id/duplicates")
        .handler(ctx -> duplicates(ctx, Optional.of(Asked.id(ctx))));
    api.post("/customers/:id/merge").handler(this::merge);
    api.delete("/interactions/:id/customer").handler(this::unchoose);
    api.post("/identity/:entry/undo").handler(this::undo);
    api.get("/duplicates").handler(ctx -> duplicates(ctx, Optional.empty()));
    api.delete("/duplicates/:id").handler(this::dismiss);
  }

  private void identity(RoutingContext ctx) {
    UUID id = Asked.id(ctx);
    answer(
        ctx,
        persons
            .identity(id)
            .onSuccess(told -> looks.saw(ctx, Glance.Why.IDENTITY, Optional.of(id))));
  }

  private void merge(RoutingContext ctx) {
    String actor = Caller.of(ctx).person().name();
    UUID id = Asked.id(ctx);
    UUID other = Body.of(ctx).uuid("other");
    answer(
        ctx,
        persons
            .merge(id, other, actor)
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
    String actor = Caller.of(ctx).person().name();
    long entry = entry(ctx);
    answer(
        ctx,
        persons
            .undo(entry, actor)
            .compose(undone -> audit
                .did(ctx, AuditEntry.Kind.IDENTITY_UNDONE, Long.toString(entry))
                .map(Map.of("entry", undone))));
  }

  private void unchoose(RoutingContext ctx) {
    Agent agent = Caller.of(ctx).person();
    UUID id = Asked.id(ctx);
    notebook
        .read(id, looks.clock().instant())
        .compose(course -> {
          if (!corridor.concerns(agent, course)) {
            throw new Rejected(Rejected.Reason.FORBIDDEN, "This interaction is not on your desk.");
          }
          return persons.unchoose(id, agent.name());
        })
        .onFailure(ctx::fail)
        .onSuccess(done -> Answers.nothing(ctx));
  }

  private void duplicates(RoutingContext ctx, Optional<UUID> customer) {
    answer(
        ctx,
        persons
            .duplicates(customer, Asked.parameter(ctx, "before"))
            .onSuccess(page -> looks.saw(ctx, Glance.Why.DUPLICATES, customer)));
  }

  private void dismiss(RoutingContext ctx) {
    String actor = Caller.of(ctx).person().name();
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
