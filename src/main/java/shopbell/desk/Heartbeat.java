package shopbell.desk;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import shopbell.security.AuthenticationHandler;

/**
 * Pings every browser, a share of them at each turn, and asks for the sessions of a whole share in one question: a timer and a
 * question for each of ten thousand would cost more than all they are for. On one event loop.
 */
final class Heartbeat {
  private static final int TURNS = 30;

  private final AuthenticationHandler authenticationHandler;
  private final Duration every;
  private final List<Map<DeskSocket, Runnable>> shares = IntStream.range(0, TURNS)
      .<Map<DeskSocket, Runnable>>mapToObj(turn -> new HashMap<>())
      .toList();
  private boolean beats;
  private int turn;

  /** {@code every} is how often each one is pinged. */
  Heartbeat(AuthenticationHandler authenticationHandler, Duration every) {
    this.authenticationHandler = authenticationHandler;
    this.every = every;
  }

  /**
   * Pinged from now on, for the first time after {@code every}, until two go unanswered: then {@code silent} is run. What is
   * given back ends it.
   */
  Runnable join(DeskSocket tab, Vertx vertx, Runnable silent) {
    if (!beats) {
      beats = true;
      vertx.setPeriodic(Math.max(1, every.toMillis() / TURNS), tick -> beat());
    }
    Map<DeskSocket, Runnable> share = shares.get(turn);
    share.put(tab, silent);
    return () -> share.remove(tab);
  }

  private void beat() {
    turn = (turn + 1) % TURNS;
    Map<DeskSocket, Runnable> share = shares.get(turn);
    Map.copyOf(share).forEach((tab, silent) -> {
      if (!tab.ping()) {
        share.remove(tab);
        silent.run();
      }
    });
    if (!share.isEmpty()) {
      endedAmong(List.copyOf(share.keySet()));
    }
  }

  /** A session may be over meanwhile, or its person removed. */
  private void endedAmong(List<DeskSocket> share) {
    authenticationHandler
        .ended(share.stream().map(DeskSocket::session).collect(Collectors.toSet()))
        .onSuccess(ended -> share.stream()
            .filter(tab -> ended.contains(tab.session()))
            .forEach(DeskSocket::dismiss));
  }
}
