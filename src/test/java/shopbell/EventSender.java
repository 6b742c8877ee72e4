package shopbell;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import shopbell.json.Json;

/** A telephony system at the door for events, of one node or of several in turn. */
final class EventSender {
  private static final long PATIENCE_MILLIS = 5_000;
  private static final long AGAIN_MILLIS = 50;

  private final Vertx vertx;
  private final HttpClient http;

  /** At most {@code connections} to each node; what is more waits for one. */
  EventSender(Vertx vertx, int connections) {
    this.vertx = vertx;
    this.http = vertx.createHttpClient(
        new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(connections));
  }

  /** Sends once, whatever the response. */
  Future<HttpClientResponse> post(String node, Event event) {
    return post(to(node), event);
  }

  /**
   * To node {@code turn} of {@code nodes}; without a response, or with one other than 202, the same event is sent to
   * the next node a moment later.
   */
  Future<Void> untilAccepted(List<String> nodes, Event event, int turn) {
    return post(to(nodes.get(turn % nodes.size())).setTimeout(PATIENCE_MILLIS), event)
        .map(answer -> answer.statusCode() == 202)
        .otherwise(false)
        .compose(accepted -> accepted
            ? Future.succeededFuture()
            : vertx
                .timer(AGAIN_MILLIS, TimeUnit.MILLISECONDS)
                .compose(soon -> untilAccepted(nodes, event, turn + 1)));
  }

  private Future<HttpClientResponse> post(RequestOptions to, Event event) {
    return http.request(to)
        .compose(request -> request.send(Buffer.buffer(Json.write(event.structured()))));
  }

  private static RequestOptions to(String node) {
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setAbsoluteURI(node + "/in/events")
        .putHeader("Authorization", "Bearer " + RunningShop.KEY)
        .putHeader("Content-Type", "application/cloudevents+json");
  }
}
