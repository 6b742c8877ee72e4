package shopbell.simulate;

import io.vertx.core.Future;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;

/** One agent at a screen: receives cards, sends painted and pong, wraps up. On one event loop. */
final class SimulatedAgent {
  private final int agent;
  private final String cookie;
  private final ServerClient serverClient;
  private final ArrivalTally arrivalTally;
  private WebSocket socket;

  SimulatedAgent(int agent, String cookie, ServerClient serverClient, ArrivalTally arrivalTally) {
    this.agent = agent;
    this.cookie = cookie;
    this.serverClient = serverClient;
    this.arrivalTally = arrivalTally;
  }

  /** Completes when the socket is open in both directions. */
  Future<Void> on() {
    return serverClient
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

  /** Wraps up the call; completes with the status. */
  Future<Integer> wrapUp(SimulatedCall simulatedCall) {
    return serverClient
        .post(
            "/api/v1/interactions/" + simulatedCall.interaction() + "/wrap-up",
            Map.of("Cookie", cookie),
            new JsonObject().put("disposition", "solved"))
        .map(answer -> answer.statusCode());
  }

  private void heard(String frame, long nowNanos) {
    FrameHead frameHead = FrameHead.of(frame);
    if (frameHead.type().equals("ping")) {
      socket.writeTextMessage("{\"type\":\"pong\"}");
    } else if (frameHead.card()) {
      arrivalTally.card(agent, frameHead, nowNanos);
      socket.writeTextMessage("{\"type\":\"painted\",\"interaction\":\"" + frameHead.interaction()
          + "\",\"version\":" + frameHead.version() + ",\"paintedAt\":\"" + Instant.now() + "\"}");
    }
  }
}
