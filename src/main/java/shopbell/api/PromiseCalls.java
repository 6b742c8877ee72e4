package shopbell.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Agent;
import shopbell.model.Rejected;
import shopbell.model.Word;
import shopbell.security.Caller;
import shopbell.security.Glance;

/** What is still owed, for the empty desk, and that it was kept. */
public final class PromiseCalls {
  private final Promises promises;
  private final Notebook notebook;
  private final Corridor corridor;
  private final AssignmentCheck own;
  private final LookLog looks;

  public PromiseCalls(
      Promises promises, Notebook notebook, Corridor corridor, AssignmentCheck own, LookLog looks) {
    this.promises = promises;
    this.notebook = notebook;
    this.corridor = corridor;
    this.own = own;
    this.looks = looks;
  }

  /** Behind the gate. */
  public void mount(Router api) {
    api.get("/promises").handler(this::list);
    api.post("/promises/:id/kept").handler(this::kept);
  }

  private void kept(RoutingContext ctx) {
    Agent agent = Caller.of(ctx).person();
    UUID id = Asked.id(ctx);
    own.promise(agent, id)
        .compose(mine -> notebook.kept(id, looks.clock().instant()))
        .onFailure(ctx::fail)
        .onSuccess(customer -> {
          corridor.customerChanged(customer);
          Answers.nothing(ctx);
        });
  }

  private void list(RoutingContext ctx) {
    Promises.Which which =
        Asked.parameter(ctx, "state").map(PromiseCalls::which).orElse(Promises.Which.OPEN);
    promises
        .of(owner(ctx), which, Asked.parameter(ctx, "before"), looks.clock().instant())
        .onFailure(ctx::fail)
        .onSuccess(page -> {
          looks.saw(ctx, Glance.Why.PROMISES, Optional.empty());
          Answers.json(ctx, 200, page);
        });
  }

  private static Promises.Which which(String word) {
    try {
      return Word.of(Promises.Which.class, word);
    } catch (Rejected unknown) {
      throw Rejected.field("/state", unknown.getMessage());
    }
  }

  /** One's own by {@code me} or by default; somebody else's only for supervisors. */
  private static Promises.Owner owner(RoutingContext ctx) {
    Optional<String> asked = Asked.parameter(ctx, "owner").filter(name -> !name.equals("me"));
    if (asked.isPresent()) {
      Caller.of(ctx).mustSupervise();
      return new Promises.Owner(asked.get(), List.of(), false);
    }
    Agent me = Caller.of(ctx).person();
    return new Promises.Owner(me.name(), me.queues(), me.queues().isEmpty());
  }
}
