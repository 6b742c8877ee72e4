package shopbell.api.admin;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import shopbell.decision.library.RuleTester;
import shopbell.http.JsonResponses;
import shopbell.http.RequestBody;
import shopbell.json.JsonFields;
import shopbell.model.Rejected;
import shopbell.model.decision.ActionState;
import shopbell.model.decision.DecidedAction;
import shopbell.nextaction.ActionLibrary;
import shopbell.nextaction.ActionTester;
import shopbell.nextaction.ActionTrial;
import shopbell.nextaction.LibraryEntry;
import shopbell.nextaction.LibraryEntry.EntryKind;
import shopbell.security.Principal;

/** Calls to try an action before it is live: on contacts of the past, and on one customer; for administrators. */
public final class ActionTrialApi {
  private static final int USUAL_DAYS = 90;
  private static final int MOST_DAYS = 366;

  private final ActionLibrary library;
  private final ActionTrial trial;
  private final ActionTester test;
  private final BiConsumer<RoutingContext, UUID> look;

  /** {@code look} writes down that a customer was looked at. */
  public ActionTrialApi(
      ActionLibrary library,
      ActionTrial trial,
      ActionTester test,
      BiConsumer<RoutingContext, UUID> look) {
    this.library = library;
    this.trial = trial;
    this.test = test;
    this.look = look;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.post("/actions/:id/trial").handler(this::trial);
    api.post("/actions/:id/test").handler(this::test);
  }

  private Future<LibraryEntry> entry(RoutingContext ctx, JsonFields body) {
    Optional<Integer> version = body.integer("version");
    return library.title(EntryKind.ACTION, LibraryApi.id(ctx)).map(title -> title.version(version));
  }

  private void trial(RoutingContext ctx) {
    Principal.of(ctx).mustAdminister();
    JsonFields body = RequestBody.of(ctx);
    int days = body.integer("days").orElse(USUAL_DAYS);
    if (days < 1 || days > MOST_DAYS) {
      throw Rejected.field("/days", "is a number of days from 1 to " + MOST_DAYS);
    }
    entry(ctx, body)
        .compose(entry -> trial
            .of(entry, days)
            .compose(report -> entry.state() == ActionState.DRAFT
                ? library
                    .move(entry.kind(), entry.name(), entry.version(), ActionState.TRIED)
                    .map(report)
                : Future.succeededFuture(report)))
        .onFailure(ctx::fail)
        .onSuccess(report -> JsonResponses.json(ctx, 200, report));
  }

  private void test(RoutingContext ctx) {
    Principal.of(ctx).mustAdminister();
    JsonFields body = RequestBody.of(ctx);
    UUID customer = body.uuid("customer");
    Future<String> document = LibraryApi.document(ctx, EntryKind.ACTION, body)
        .map(Future::succeededFuture)
        .orElseGet(() -> entry(ctx, body).map(LibraryEntry::document));
    document.compose(text -> test.of(text, customer)).onFailure(ctx::fail).onSuccess(result -> {
      look.accept(ctx, customer);
      JsonResponses.json(ctx, 200, keys(customer, result));
    });
  }

  private static Map<String, Object> keys(UUID customer, ActionTester.TestResult result) {
    DecidedAction decided = result.decided();
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("customer", customer);
    keys.put("action", decided.name());
    keys.put("met", result.rules().values().stream().allMatch(RuleTester.RuleTrial::met));
    keys.put(
        "rules",
        result.rules().entrySet().stream()
            .map(one -> rule(one.getKey(), one.getValue()))
            .toList());
    keys.put("vetoes", decided.isVetoed() ? List.of(veto(decided)) : List.of());
    keys.put("texts", decided.texts());
    keys.put("outcome", decided.isShown() ? "shown" : decided.isVetoed() ? "vetoed" : "excluded");
    keys.put("reason", decided.exclusion().map(why -> why.reason()));
    keys.put("detail", decided.exclusion().map(why -> why.detail()).orElse(""));
    keys.put("facts", result.facts());
    return keys;
  }

  private static Map<String, Object> veto(DecidedAction decided) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("veto", decided.exclusion().orElseThrow().detail());
    keys.put("text", decided.because());
    return keys;
  }

  private static Map<String, Object> rule(String name, RuleTester.RuleTrial trial) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("rule", name);
    keys.put("met", trial.met());
    keys.put("parts", trial.parts());
    keys.put("firstUnmet", trial.firstUnmet());
    return keys;
  }
}
