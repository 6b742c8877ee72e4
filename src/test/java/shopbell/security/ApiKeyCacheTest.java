package shopbell.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopbell.model.Rejected;
import shopbell.model.Unavailable;

/** A store that answers when the test says so, and counts the queries. */
class ApiKeyCacheTest {
  private final Map<String, ApiKeys.ApiKey> stored = new HashMap<>();
  private final List<Promise<Void>> questions = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private final ApiKeys store = new ApiKeys() {
    @Override
    public Future<Void> put(ApiKey key, String hash) {
      stored.put(hash, key);
      return Future.succeededFuture();
    }

    @Override
    public Future<Optional<ApiKey>> find(String hash) {
      Promise<Void> question = Promise.promise();
      questions.add(question);
      Optional<ApiKey> there = Optional.ofNullable(stored.get(hash));
      return question.future().map(there);
    }

    @Override
    public Future<List<ApiKey>> all() {
      return Future.succeededFuture(List.copyOf(stored.values()));
    }

    @Override
    public Future<Boolean> remove(String name) {
      return Future.succeededFuture(stored.values().removeIf(key -> key.name().equals(name)));
    }
  };

  private final ApiKeyCache ring = new ApiKeyCache(store, () -> now);

  private void make(String secret) {
    store.put(new ApiKeys.ApiKey("key of " + secret, ApiKeyScope.IN, now), Tokens.hash(secret));
  }

  private void answer(int question) {
    questions.get(question).complete();
  }

  @Test
  void aKeyThatWasFoundIsNotAskedForAgain() {
    make("real");
    Future<Optional<ApiKeyScope>> first = ring.scope("real");
    answer(0);
    assertEquals(Optional.of(ApiKeyScope.IN), first.result());
    assertEquals(Optional.of(ApiKeyScope.IN), ring.scope("real").result());
    assertEquals(1, questions.size());
  }

  @Test
  void whoIsKnownIsHeardHoweverManyWait() {
    make("real");
    Future<Optional<ApiKeyScope>> first = ring.scope("real");
    answer(0);
    assertEquals(Optional.of(ApiKeyScope.IN), first.result());
    now = now.plus(Duration.ofSeconds(11));
    for (int i = 0; i < 5_000; i++) {
      ring.scope("made up " + i);
    }
    Rejected crowded = (Rejected) ring.scope("one more").cause();
    assertEquals(Rejected.Reason.CROWDED, crowded.reason());
    Future<Optional<ApiKeyScope>> again = ring.scope("real");
    answer(questions.size() - 1);
    assertEquals(Optional.of(ApiKeyScope.IN), again.result());
    answer(1);
    ring.scope("one has been answered");
    assertEquals(5_003, questions.size());
  }

  @Test
  void aKeyThatIsRemovedWhileItIsLookedUpOpensNothingAfterwards() {
    make("real");
    Future<Optional<ApiKeyScope>> asked = ring.scope("real");
    store.remove("key of real");
    ring.forget();
    answer(0);
    assertTrue(asked.succeeded());
    Future<Optional<ApiKeyScope>> later = ring.scope("real");
    answer(1);
    assertEquals(Optional.empty(), later.result());
  }

  @Test
  void aNewKeyOpensAtOnceAlthoughItWasUnknownBefore() {
    Future<Optional<ApiKeyScope>> before = ring.scope("new");
    answer(0);
    assertEquals(Optional.empty(), before.result());
    make("new");
    Future<Optional<ApiKeyScope>> after = ring.scope("new");
    answer(1);
    assertEquals(Optional.of(ApiKeyScope.IN), after.result());
  }

  @Test
  void whileTheStoreIsAwayWhoWasKnownStaysIn() {
    make("real");
    Future<Optional<ApiKeyScope>> first = ring.scope("real");
    answer(0);
    assertTrue(first.succeeded());
    now = now.plus(Duration.ofSeconds(11));
    Future<Optional<ApiKeyScope>> known = ring.scope("real");
    questions.get(1).fail(new Unavailable("away", new IllegalStateException()));
    assertEquals(Optional.of(ApiKeyScope.IN), known.result());
    Future<Optional<ApiKeyScope>> unknown = ring.scope("made up");
    questions.get(2).fail(new Unavailable("away", new IllegalStateException()));
    assertTrue(unknown.cause() instanceof Unavailable);
  }
}
