package shopbell.api;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.customer.MergeAdministration;
import shopbell.http.JsonResponses;
import shopbell.http.RequestBody;
import shopbell.http.RequestParameters;
import shopbell.json.JsonFields;
import shopbell.model.Agent;
import shopbell.model.Page;
import shopbell.model.Rejected;
import shopbell.model.Role;
import shopbell.model.customer.Duplicate;
import shopbell.model.customer.Identity;
import shopbell.security.AccessEntry;
import shopbell.security.AuditEntry;
import shopbell.security.Principal;

/** Calls to merge customers, to undo a merge, and to show why some records are one person. */
public final class MergeApi {
  private static final int LONGEST = 100;

  private final MergeAdministration mergeAdministration;
  private final MergePermission right;
  private final AssignmentCheck own;
  private final AccessLogger looks;
  private final AuditRecorder audit;

  public MergeApi(
      MergeAdministration mergeAdministration,
      MergePermission right,
      AssignmentCheck own,
      AccessLogger looks,
      AuditRecorder audit) {
    this.mergeAdministration = mergeAdministration;
    this.right = right;
    this.own = own;
    this.looks = looks;
    this.audit = audit;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.get("/customers/:id/identity").handler(this::identity);
    api.get("/customers/:id/duplicates")
        .handler(ctx -> duplicates(ctx, Optional.of(RequestParameters.id(ctx))));
    api.get("/customers/:id/merge").handler(this::preview);
    api.post("/customers/:id/merge").handler(this::merge);
    api.delete("/interactions/:id/customer").handler(this::unchoose);
    api.post("/identity/:entry/undo").handler(this::undo);
    api.get("/duplicates").handler(ctx -> duplicates(ctx, Optional.empty()));
    api.delete("/duplicates/:id").handler(this::dismiss);
  }

  private void identity(RoutingContext ctx) {
    UUID id = RequestParameters.id(ctx);
    Principal principal = Principal.of(ctx);
    answer(
        ctx,
        mergeAdministration
            .identity(id)
            .map(told -> told.undoable(identityEntry -> mayUndo(principal, identityEntry)))
            .onSuccess(told -> looks.saw(ctx, AccessEntry.Why.IDENTITY, Optional.of(id))));
  }

  /** As far as the entry alone decides; a link by another agent is offered on the card of the desk. */
  private boolean mayUndo(Principal principal, Identity.IdentityEntry identityEntry) {
    return identityEntry.what().equals("merge")
        ? right.has(principal)
        : principal
            .agent()
            .filter(a -> a.role() != Role.AGENT || a.name().equals(identityEntry.actor()))
            .isPresent();
  }

  /** Previews a merge; logs an access to both customers. */
  private void preview(RoutingContext ctx) {
    right.must(Principal.of(ctx));
    UUID id = RequestParameters.id(ctx);
    UUID other =
        JsonFields.uuid("/other", RequestParameters.parameter(ctx, "other").orElse(""));
    answer(ctx, mergeAdministration.preview(id, other).onSuccess(seen -> {
      looks.saw(ctx, AccessEntry.Why.IDENTITY, Optional.of(seen.keep().customer()));
      looks.saw(ctx, AccessEntry.Why.IDENTITY, Optional.of(seen.other().customer()));
    }));
  }

  private void merge(RoutingContext ctx) {
    String actor = right.must(Principal.of(ctx));
    UUID id = RequestParameters.id(ctx);
    JsonFields body = RequestBody.of(ctx);
    UUID other = body.uuid("other");
    String version = body.text("version", LONGEST);
    answer(
        ctx,
        mergeAdministration
            .merge(id, other, version, actor)
            .compose(entry -> audit
                .did(
                    ctx,
                    AuditEntry.AuditKind.CUSTOMERS_MERGED,
                    id.toString(),
                    Optional.empty(),
                    Optional.of(Map.of("other", other, "entry", entry)))
                .map(Map.of("entry", entry))));
  }

  private void undo(RoutingContext ctx) {
    Principal principal = Principal.of(ctx);
    Agent agent = principal.person();
    long entry = entry(ctx);
    answer(
        ctx,
        mergeAdministration
            .statement(entry)
            .compose(statement -> {
              if (statement.merge()) {
                right.must(principal);
                return Future.succeededFuture();
              }
              return own.link(agent, statement);
            })
            .compose(may -> mergeAdministration.undo(entry, agent.name()))
            .compose(undone -> audit
                .did(ctx, AuditEntry.AuditKind.IDENTITY_UNDONE, Long.toString(entry))
                .map(Map.of("entry", undone))));
  }

  private void unchoose(RoutingContext ctx) {
    Agent agent = Principal.of(ctx).person();
    UUID id = RequestParameters.id(ctx);
    own.interaction(agent, id)
        .compose(tracked -> mergeAdministration.unchoose(id, agent.name()))
        .onFailure(ctx::fail)
        .onSuccess(done -> JsonResponses.nothing(ctx));
  }

  private void duplicates(RoutingContext ctx, Optional<UUID> customer) {
    answer(
        ctx,
        mergeAdministration
            .duplicates(customer, RequestParameters.parameter(ctx, "before"))
            .map(page -> page(page, right.has(Principal.of(ctx))))
            .onSuccess(page -> looks.saw(ctx, AccessEntry.Why.DUPLICATES, customer)));
  }

  /** Includes whether the caller may merge them. */
  private static Map<String, Object> page(Page<Duplicate> page, boolean mayMerge) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("items", page.items());
    told.put("next", page.next());
    told.put("mayMerge", mayMerge);
    return told;
  }

  private void dismiss(RoutingContext ctx) {
    String actor = right.must(Principal.of(ctx));
    mergeAdministration
        .dismiss(RequestParameters.id(ctx), actor)
        .compose(done -> audit.did(
            ctx,
            AuditEntry.AuditKind.DUPLICATE_DISMISSED,
            RequestParameters.id(ctx).toString()))
        .onFailure(ctx::fail)
        .onSuccess(done -> JsonResponses.nothing(ctx));
  }

  private static void answer(RoutingContext ctx, Future<?> value) {
    value.onFailure(ctx::fail).onSuccess(answer -> JsonResponses.json(ctx, 200, answer));
  }

  private static long entry(RoutingContext ctx) {
    String entry = ctx.pathParam("entry");
    if (!entry.matches("\\d{1,18}")) {
      throw Rejected.field("/entry", "is the number of a journal entry");
    }
    return Long.parseLong(entry);
  }
}
