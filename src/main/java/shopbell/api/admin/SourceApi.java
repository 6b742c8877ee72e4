package shopbell.api.admin;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import shopbell.api.AccessLogger;
import shopbell.http.JsonResponses;
import shopbell.http.RequestBody;
import shopbell.json.JsonFields;
import shopbell.model.Page;
import shopbell.security.Principal;
import shopbell.sources.SourceAdministration;

/** Calls to inspect and try the sources; for administrators. */
public final class SourceApi {
  private final SourceAdministration sourceAdministration;
  private final AccessLogger looks;

  public SourceApi(SourceAdministration sourceAdministration, AccessLogger looks) {
    this.sourceAdministration = sourceAdministration;
    this.looks = looks;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.route("/sources*").handler(Principal::onlyAdministrators);
    api.get("/sources")
        .handler(ctx ->
            JsonResponses.json(ctx, 200, new Page<>(sourceAdministration.all(), Optional.empty())));
    api.post("/sources/:name/try").handler(this::tried);
  }

  /**
   * Logs an access when the result is unmasked or about a customer: the requests may depend on the customer's data.
   */
  private void tried(RoutingContext ctx) {
    JsonFields body = RequestBody.of(ctx);
    Optional<UUID> customer =
        body.has("customer") ? Optional.of(body.uuid("customer")) : Optional.empty();
    boolean plain = body.flag("plain");
    String name = JsonResponses.name(ctx);
    sourceAdministration.tried(name, customer, plain).onFailure(ctx::fail).onSuccess(shownTrial -> {
      if (plain || customer.isPresent()) {
        looks.sawPayload(ctx, customer, "source " + name + (plain ? "" : ", masked"));
      }
      JsonResponses.json(ctx, 200, shownTrial);
    });
  }
}
