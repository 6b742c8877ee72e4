package shopbell.api.admin;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import shopbell.http.JsonResponses;
import shopbell.model.Page;
import shopbell.model.Rejected;
import shopbell.security.Principal;
import shopbell.webhook.DeadLetters;

/** Calls to inspect webhook deliveries; for administrators. */
public final class WebhookApi {
  private final DeadLetters letters;
  private final Runnable changed;

  /** {@code changed} is run when a delivery that was given up is due again. */
  public WebhookApi(DeadLetters letters, Runnable changed) {
    this.letters = letters;
    this.changed = changed;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.route("/deliveries*").handler(Principal::onlyAdministrators);
    api.get("/deliveries").handler(this::receivers);
    api.get("/deliveries/dead").handler(this::dead);
    api.post("/deliveries/dead/:id/again").handler(this::again);
  }

  private void receivers(RoutingContext ctx) {
    letters
        .receivers()
        .onFailure(ctx::fail)
        .onSuccess(all -> JsonResponses.json(ctx, 200, new Page<>(all, Optional.empty())));
  }

  private void dead(RoutingContext ctx) {
    List<String> before = ctx.queryParam("before");
    letters
        .dead(before.stream().findFirst())
        .onFailure(ctx::fail)
        .onSuccess(page -> JsonResponses.json(ctx, 200, page));
  }

  private void again(RoutingContext ctx) {
    letters.again(ctx.pathParam("id")).onFailure(ctx::fail).onSuccess(was -> {
      if (was) {
        changed.run();
        JsonResponses.nothing(ctx);
      } else {
        ctx.fail(new Rejected(
            Rejected.Reason.NOT_FOUND, "There is no such delivery that was given up."));
      }
    });
  }
}
