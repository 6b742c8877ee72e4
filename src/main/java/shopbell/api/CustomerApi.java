package shopbell.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.customer.CustomerStore;
import shopbell.http.JsonResponses;
import shopbell.http.RequestBody;
import shopbell.http.RequestParameters;
import shopbell.interaction.AgentActions;
import shopbell.json.JsonFields;
import shopbell.model.CustomerKind;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Page;
import shopbell.model.Rejected;
import shopbell.security.AccessEntry;
import shopbell.security.Principal;

/** Calls to search, read and create customers. */
public final class CustomerApi {
  private static final int LONGEST = 200;
  private static final Duration ACTIVITY = Duration.ofDays(14);

  private final CustomerStore customerStore;
  private final AgentActions agentActions;
  private final AccessLogger looks;
  private final InstantSource clock;

  public CustomerApi(
      CustomerStore customerStore,
      AgentActions agentActions,
      AccessLogger looks,
      InstantSource clock) {
    this.customerStore = customerStore;
    this.agentActions = agentActions;
    this.looks = looks;
    this.clock = clock;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.get("/customers").handler(this::search);
    api.post("/customers").handler(this::create);
    api.get("/customers/:id").handler(this::card);
    api.get("/customers/:id/timeline").handler(this::timeline);
    api.get("/customers/:id/activity").handler(this::activity);
    api.post("/customers/:id/refresh").handler(this::refresh);
  }

  private void search(RoutingContext ctx) {
    String text = RequestParameters.parameter(ctx, "q")
        .orElseThrow(() -> Rejected.field("/q", "is what to search for"));
    customerStore
        .search(text, RequestParameters.parameter(ctx, "before"))
        .onFailure(ctx::fail)
        .onSuccess(page -> {
          looks.saw(ctx, AccessEntry.Why.SEARCH, Optional.empty());
          JsonResponses.json(ctx, 200, page);
        });
  }

  /** {@code via=search} says that it was opened from a search result. */
  private void card(RoutingContext ctx) {
    UUID id = RequestParameters.id(ctx);
    AccessEntry.Why why =
        RequestParameters.parameter(ctx, "via").filter("search"::equals).isPresent()
            ? AccessEntry.Why.OPENED
            : AccessEntry.Why.PAGE;
    agentActions.card(id).onFailure(ctx::fail).onSuccess(card -> {
      looks.saw(ctx, why, Optional.of(id));
      JsonResponses.json(ctx, 200, card);
    });
  }

  private void timeline(RoutingContext ctx) {
    UUID id = RequestParameters.id(ctx);
    customerStore
        .timeline(
            id,
            RequestParameters.parameter(ctx, "before"),
            RequestParameters.parameter(ctx, "channel"))
        .map(part -> new Page<>(
            agentActions.readable(part.page().items(), part.earlier()),
            part.page().next()))
        .onFailure(ctx::fail)
        .onSuccess(page -> {
          looks.saw(ctx, AccessEntry.Why.PAGE, Optional.of(id));
          JsonResponses.json(ctx, 200, page);
        });
  }

  private void activity(RoutingContext ctx) {
    UUID id = RequestParameters.id(ctx);
    Instant now = clock.instant();
    customerStore.activity(id, now.minus(ACTIVITY), now).onFailure(ctx::fail).onSuccess(counted -> {
      looks.saw(ctx, AccessEntry.Why.PAGE, Optional.of(id));
      JsonResponses.json(ctx, 200, counted);
    });
  }

  private void refresh(RoutingContext ctx) {
    Principal.of(ctx).person();
    agentActions
        .refresh(RequestParameters.id(ctx))
        .onFailure(ctx::fail)
        .onSuccess(asked -> JsonResponses.nothing(ctx));
  }

  private void create(RoutingContext ctx) {
    String agent = Principal.of(ctx).person().name();
    JsonFields body = RequestBody.of(ctx);
    List<Handle> handles = new ArrayList<>();
    handle(body, "phone", HandleKind.PHONE).ifPresent(handles::add);
    handle(body, "email", HandleKind.EMAIL).ifPresent(handles::add);
    handle(body, "customerNumber", HandleKind.CUSTOMER_NUMBER).ifPresent(handles::add);
    CustomerKind kind = body.word("kind", CustomerKind.class).orElse(CustomerKind.PERSON);
    customerStore
        .create(
            new CustomerStore.Fresh(kind, body.text("name", LONGEST), handles),
            agent,
            clock.instant())
        .onFailure(ctx::fail)
        .onSuccess(id -> JsonResponses.json(ctx, 201, Map.of("id", id)));
  }

  private Optional<Handle> handle(JsonFields body, String name, HandleKind kind) {
    Optional<Handle> given = body.optional(name, LONGEST).map(value -> Handle.of(kind, value));
    if (given.isPresent() && agentActions.normalised(List.of(given.get())).isEmpty()) {
      throw body.refuse(
          name, "cannot be read; write a number with its country code, such as +49 221 12345");
    }
    return given.flatMap(raw -> agentActions.normalised(List.of(raw)).stream().findFirst());
  }
}
