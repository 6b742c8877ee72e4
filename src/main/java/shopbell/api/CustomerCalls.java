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
import shopbell.json.JsonFields;
import shopbell.model.CustomerKind;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Rejected;
import shopbell.security.Caller;
import shopbell.security.Glance;

/** Searching, reading and making customers. */
public final class CustomerCalls {
  private static final int LONGEST = 200;
  private static final Duration ACTIVITY = Duration.ofDays(14);

  private final Customers customers;
  private final Corridor corridor;
  private final LookLog looks;
  private final InstantSource clock;

  public CustomerCalls(Customers customers, Corridor corridor, LookLog looks, InstantSource clock) {
    this.customers = customers;
    this.corridor = corridor;
    this.looks = looks;
    this.clock = clock;
  }

  /** Behind the gate. */
  public void mount(Router api) {
    api.get("/customers").handler(this::search);
    api.post("/customers").handler(this::create);
    api.get("/customers/:id").handler(this::card);
    api.get("/customers/:id/timeline").handler(this::timeline);
    api.get("/customers/:id/activity").handler(this::activity);
    api.post("/customers/:id/refresh").handler(this::refresh);
  }

  private void search(RoutingContext ctx) {
    String text =
        Asked.parameter(ctx, "q").orElseThrow(() -> Rejected.field("/q", "is what to search for"));
    customers.search(text, Asked.parameter(ctx, "before")).onFailure(ctx::fail).onSuccess(page -> {
      looks.saw(ctx, Glance.Why.SEARCH, Optional.empty());
      Answers.json(ctx, 200, page);
    });
  }

  /** {@code via=search} says that it was opened from a list of found ones. */
  private void card(RoutingContext ctx) {
    UUID id = Asked.id(ctx);
    Glance.Why why = Asked.parameter(ctx, "via").filter("search"::equals).isPresent()
        ? Glance.Why.OPENED
        : Glance.Why.PAGE;
    corridor.card(id).onFailure(ctx::fail).onSuccess(card -> {
      looks.saw(ctx, why, Optional.of(id));
      Answers.json(ctx, 200, card);
    });
  }

  private void timeline(RoutingContext ctx) {
    UUID id = Asked.id(ctx);
    customers
        .timeline(id, Asked.parameter(ctx, "before"), Asked.parameter(ctx, "channel"))
        .map(part -> new Page<>(
            corridor.readable(part.page().items(), part.earlier()), part.page().next()))
        .onFailure(ctx::fail)
        .onSuccess(page -> {
          looks.saw(ctx, Glance.Why.PAGE, Optional.of(id));
          Answers.json(ctx, 200, page);
        });
  }

  private void activity(RoutingContext ctx) {
    UUID id = Asked.id(ctx);
    Instant now = clock.instant();
    customers.activity(id, now.minus(ACTIVITY), now).onFailure(ctx::fail).onSuccess(counted -> {
      looks.saw(ctx, Glance.Why.PAGE, Optional.of(id));
      Answers.json(ctx, 200, counted);
    });
  }

  private void refresh(RoutingContext ctx) {
    Caller.of(ctx).person();
    corridor.refresh(Asked.id(ctx)).onFailure(ctx::fail).onSuccess(asked -> Answers.nothing(ctx));
  }

  private void create(RoutingContext ctx) {
    String agent = Caller.of(ctx).person().name();
    JsonFields body = Body.of(ctx);
    List<Handle> handles = new ArrayList<>();
    handle(body, "phone", HandleKind.PHONE).ifPresent(handles::add);
    handle(body, "email", HandleKind.EMAIL).ifPresent(handles::add);
    handle(body, "customerNumber", HandleKind.CUSTOMER_NUMBER).ifPresent(handles::add);
    CustomerKind kind = body.word("kind", CustomerKind.class).orElse(CustomerKind.PERSON);
    customers
        .create(
            new Customers.Fresh(kind, body.text("name", LONGEST), handles), agent, clock.instant())
        .onFailure(ctx::fail)
        .onSuccess(id -> Answers.json(ctx, 201, Map.of("id", id)));
  }

  private Optional<Handle> handle(JsonFields body, String name, HandleKind kind) {
    Optional<Handle> given = body.optional(name, LONGEST).map(value -> Handle.of(kind, value));
    if (given.isPresent() && corridor.normalised(List.of(given.get())).isEmpty()) {
      throw body.refuse(
          name, "cannot be read; write a number with its country code, such as +49 221 12345");
    }
    return given.flatMap(raw -> corridor.normalised(List.of(raw)).stream().findFirst());
  }
}
