package shopbell.simulate;

import io.vertx.core.Future;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;

/** One agent at a screen: hears cards, says painted and pong, wraps up. On one event loop. */
final class Headset {
  private final int agent;
  private final String cookie;
  private final Remote remote;
  private final Tally tally;
  private WebSocket socket;

  Headset(int agent, String cookie, Remote remote, Tally tally) {
    this.agent = agent;
    this.cookie = cookie;
    this.remote = remote;
    this.tally = tally;
  }

  /** Completes when the server hears and is heard. */
  Future<Void> on() {
    return remote
        .listen(cookie, frame -> heard(frame, System.nanoTime()))
        .onSuccess(open -> socket = open)
        .mapEmpty();
  }

  Future<Void> off() {
    return socket.isClosed() ? Future.succeededFuture() : socket.close();
  }

  boolean cut() {
    return socket.isClosed();
  }

  /** What an agent does after the talk; completes with the status. */
  Future<Integer> wrapUp(Call call) {
    return remote
        .post(
            "/api/v1/interactions/" + call.interaction() + "/wrap-up",
            Map.of("Cookie", cookie),
            new JsonObject().put("disposition", "solved"))
        .map(answer -> answer.statusCode());
  }

  private void heard(String frame, long nowNanos) {
    Heard heard = Heard.of(frame);
    if (heard.type().equals("ping")) {
      socket.writeTextMessage("{\"type\":\"pong\"}");
    } else if (heard.card()) {
      tally.card(agent, heard, nowNanos);
      socket.writeTextMessage("{\"type\":\"painted\",\"interaction\":\"" + heard.interaction()
          + "\",\"version\":" + heard.version() + ",\"paintedAt\":\"" + Instant.now() + "\"}");
    }
  }
}
