package shopbell.nextaction;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import shopbell.connector.ConnectorError;
import shopbell.decision.library.ActionReader;
import shopbell.decision.library.CardFacts;
import shopbell.decision.library.CompiledCatalogue;
import shopbell.decision.library.RuleTester;
import shopbell.model.Rejected;
import shopbell.model.card.Card;
import shopbell.model.decision.Action;
import shopbell.model.decision.ActionCatalogue;
import shopbell.model.decision.ActionState;
import shopbell.model.decision.ActionVersion;
import shopbell.model.decision.DecidedAction;
import shopbell.model.decision.DecisionFacts;
import shopbell.model.decision.DecisionRequest;
import shopbell.nextaction.DecisionStore.PersonRecord;

/** Tries one action on one customer: is it shown, and which part of which rule says yes or no? */
public final class ActionTester {
  private static final UUID NO_DECISION = new UUID(0, 0);

  /**
   * The result; it shows personal data, so the reading is a look.
   *
   * @param rules the three rules by their names, in the order in which they are looked at
   * @param decided alone, with all vetoes and without any history
   * @param facts what rules see
   */
  public record TestResult(
      Map<String, RuleTester.RuleTrial> rules, DecidedAction decided, Map<String, Object> facts) {}

  private final Vertx vertx;
  private final Decisions decisions;
  private final CurrentCatalogue catalogue;
  private final Function<UUID, Future<Card>> cards;
  private final InstantSource clock;

  /** {@code cards} gives the card of a customer outside any interaction; it fails with NOT_FOUND. */
  public ActionTester(
      Vertx vertx,
      Decisions decisions,
      CurrentCatalogue catalogue,
      Function<UUID, Future<Card>> cards,
      InstantSource clock) {
    this.vertx = vertx;
    this.decisions = decisions;
    this.catalogue = catalogue;
    this.cards = cards;
    this.clock = clock;
  }

  /** Of an action that need not be saved; SENSELESS with line and column of a mistake. */
  public Future<TestResult> of(String document, UUID customer) {
    Action action = read(document);
    Instant now = clock.instant();
    return cards
        .apply(customer)
        .compose(card -> vertx
            .executeBlocking(() -> rules(action, CardFacts.of(card, now)), false)
            .compose(rules -> decisions
                .made(request(action, customer), card, PersonRecord.NONE, alone(action, now))
                .map(decided -> new TestResult(
                    rules,
                    decided.decision().candidates().get(0),
                    decided.input().facts().values()))));
  }

  private static Action read(String document) {
    try {
      return ActionReader.read(document);
    } catch (ConnectorError e) {
      throw new Rejected(Rejected.Reason.SENSELESS, e.placed());
    }
  }

  private static Map<String, RuleTester.RuleTrial> rules(Action action, DecisionFacts facts) {
    Map<String, RuleTester.RuleTrial> all = new LinkedHashMap<>();
    all.put("eligible", RuleTester.tried(action.rules().eligible(), facts));
    all.put("applicable", RuleTester.tried(action.rules().applicable(), facts));
    all.put("suitable", RuleTester.tried(action.rules().suitable(), facts));
    return all;
  }

  /** At a place of the action: the test is about rules, not about places. */
  private static DecisionRequest request(Action action, UUID customer) {
    return new DecisionRequest(
        NO_DECISION,
        Optional.of(customer),
        action.placement().channels().stream().sorted().findFirst().orElse("call"),
        action.placement().queues().stream().sorted().findFirst(),
        "test",
        1);
  }

  private CurrentCatalogue.Snapshot alone(Action action, Instant now) {
    CurrentCatalogue.Snapshot live = catalogue.now();
    ActionVersion version = new ActionVersion(action, 1, ActionState.LIVE, "test", now, "");
    ActionCatalogue one =
        new ActionCatalogue(List.of(version), live.compiled().catalogue().vetoes());
    return new CurrentCatalogue.Snapshot(
        CompiledCatalogue.of(one, catalogue.zone()), live.models(), Map.of(), Optional.empty());
  }
}
