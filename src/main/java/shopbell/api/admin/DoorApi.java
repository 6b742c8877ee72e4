package shopbell.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.api.AccessLogger;
import shopbell.api.AuditRecorder;
import shopbell.http.JsonResponses;
import shopbell.http.RequestBody;
import shopbell.ingress.DoorAdministration;
import shopbell.json.JsonFields;
import shopbell.model.Page;
import shopbell.model.Rejected;
import shopbell.security.AuditEntry;
import shopbell.security.Principal;

/** Calls to manage doors, their received requests, and connectors; for administrators. */
public final class DoorApi {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_MAP = 50_000;
  private static final int LONGEST_FILE = 200_000;

  private final DoorAdministration doorAdministration;
  private final OrderStatusApi orders;
  private final AccessLogger looks;
  private final AuditRecorder audit;

  public DoorApi(
      DoorAdministration doorAdministration,
      OrderStatusApi orders,
      AccessLogger looks,
      AuditRecorder audit) {
    this.doorAdministration = doorAdministration;
    this.orders = orders;
    this.looks = looks;
    this.audit = audit;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    for (String path : List.of("/doors*", "/mapping*", "/connectors*", "/ignored-handles")) {
      api.route(path).handler(Principal::onlyAdministrators);
    }
    api.get("/doors").handler(ctx -> page(ctx, doorAdministration.all()));
    api.get("/ignored-handles").handler(ctx -> page(ctx, doorAdministration.ignored()));
    api.get("/doors/:name/deliveries").handler(this::deliveries);
    api.get("/doors/:name/deliveries/:id").handler(this::delivery);
    api.post("/doors/:name/deliveries/:id/again").handler(this::again);
    api.post("/mapping/try").handler(this::tried);
    api.get("/connectors").handler(ctx -> page(ctx, doorAdministration.connectors()));
    api.get("/connectors/:name").handler(this::connector);
    api.put("/connectors/:name").handler(this::save);
  }

  private static void page(RoutingContext ctx, List<?> all) {
    JsonResponses.json(ctx, 200, new Page<>(all, Optional.empty()));
  }

  private void deliveries(RoutingContext ctx) {
    doorAdministration
        .deliveries(JsonResponses.name(ctx))
        .onFailure(ctx::fail)
        .onSuccess(all -> page(ctx, all));
  }

  private void delivery(RoutingContext ctx) {
    boolean plain = ctx.queryParam("plain").contains("true");
    String door = JsonResponses.name(ctx);
    doorAdministration
        .delivery(door, ctx.pathParam("id"), plain)
        .onFailure(ctx::fail)
        .onSuccess(delivery -> {
          if (plain) {
            saw(ctx, door, delivery.id());
          }
          JsonResponses.json(ctx, 200, delivery);
        });
  }

  private void saw(RoutingContext ctx, String door, String delivery) {
    looks.sawPayload(ctx, Optional.empty(), "door " + door + ", delivery " + delivery);
  }

  private void again(RoutingContext ctx) {
    String door = JsonResponses.name(ctx);
    doorAdministration
        .again(door, ctx.pathParam("id"))
        .compose(events ->
            audit.did(ctx, AuditEntry.AuditKind.DELIVERY_REPLAYED, door).map(events))
        .onFailure(ctx::fail)
        .onSuccess(events -> JsonResponses.json(ctx, 200, Map.of("events", events)));
  }

  private void tried(RoutingContext ctx) {
    JsonNode tree = RequestBody.tree(ctx);
    JsonFields body = JsonFields.of(tree, "");
    DoorAdministration.Trial trial = new DoorAdministration.Trial(
        body.exact("map", LONGEST_MAP),
        body.exact("connector", LONGEST_FILE),
        Optional.of(tree.path("payload"))
            .filter(given -> !given.isMissingNode() && !given.isNull())
            .map(g -> g),
        body.optional("door", LONGEST_NAME),
        body.optional("delivery", LONGEST_NAME),
        body.flag("plain"));
    if (trial.map().isEmpty() && trial.connector().isEmpty()) {
      throw Rejected.field("/map", "is required: a JSONata expression; or connector, a file");
    }
    if (trial.map().isPresent() && trial.payload().isEmpty() && trial.delivery().isEmpty()) {
      throw Rejected.field("/payload", "is required, or door and delivery");
    }
    doorAdministration.tried(trial).compose(this::meant).onFailure(ctx::fail).onSuccess(result -> {
      if (trial.plain() && trial.payload().isEmpty() && trial.delivery().isPresent()) {
        saw(ctx, trial.door().orElse(""), trial.delivery().get());
      }
      JsonResponses.json(ctx, 200, result);
    });
  }

  /** Adds the meaning of the orders in it; the events of a map are shown even while the store is unavailable. */
  private Future<DoorAdministration.MapTrial> meant(DoorAdministration.MapTrial mapTrial) {
    return orders
        .meanings(mapTrial.events())
        .otherwise(List.of())
        .map(meanings ->
            new DoorAdministration.MapTrial(mapTrial.events(), mapTrial.mistake(), meanings));
  }

  private void connector(RoutingContext ctx) {
    String name = JsonResponses.name(ctx);
    doorAdministration.connector(name).onFailure(ctx::fail).onSuccess(text -> {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("name", name);
      told.put("text", text);
      JsonResponses.json(ctx, 200, told);
    });
  }

  private void save(RoutingContext ctx) {
    String text = RequestBody.of(ctx)
        .exact("text", LONGEST_FILE)
        .orElseThrow(() -> Rejected.field("/text", "is required: the file"));
    String name = JsonResponses.name(ctx);
    doorAdministration
        .connector(name)
        .map(before -> Optional.<Object>of(before))
        .otherwise(Optional.empty())
        .compose(before -> doorAdministration
            .save(name, text)
            .compose(saved -> audit.did(
                ctx, AuditEntry.AuditKind.CONNECTOR_SAVED, name, before, Optional.of(text))))
        .onFailure(ctx::fail)
        .onSuccess(saved -> JsonResponses.nothing(ctx));
  }
}
