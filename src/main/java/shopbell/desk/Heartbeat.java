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
 * Pings every browser, a share of them at each tick, and checks the sessions of a whole share in one query: a timer and
 * a query for each of ten thousand would be too expensive. On one event loop.
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

  /** {@code every} is the interval of one browser's pings. */
  Heartbeat(AuthenticationHandler authenticationHandler, Duration every) {
    this.authenticationHandler = authenticationHandler;
    this.every = every;
  }

  /**
   * Starts pinging {@code tab}, first after {@code every}, until two pings go unanswered: then {@code silent} is run.
   * The returned action stops it.
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

  /** Closes tabs whose session has ended, or whose user was removed. */
  private void endedAmong(List<DeskSocket> share) {
    authenticationHandler
        .ended(share.stream().map(DeskSocket::session).collect(Collectors.toSet()))
        .onSuccess(ended -> share.stream()
            .filter(tab -> ended.contains(tab.session()))
            .forEach(DeskSocket::dismiss));
  }
}
