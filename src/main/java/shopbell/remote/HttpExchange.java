package shopbell.remote;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import shopbell.remote.RemoteCallFailed.FailureReason;

/**
 * One request and its whole response. A response that is too large or too slow is dropped at once, and its connection
 * is closed once it has been idle for the timeout.
 */
final class HttpExchange {
  /** Status, {@code Content-Type} and body; the last two are empty rather than null. */
  record HttpAnswer(int status, String type, Buffer body) {}

  private static final Duration CONNECT = Duration.ofSeconds(3);

  /** Lets the response time out before its connection is closed. */
  private static final Duration SPARE = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final WebClient client;
  private final Duration timeout;
  private final int mostBytes;

  /** {@code connections} at once, at most; {@code timeout} for the whole response. */
  HttpExchange(Vertx vertx, int connections, Duration timeout, int mostBytes) {
    this.vertx = vertx;
    this.timeout = timeout;
    this.mostBytes = mostBytes;
    long connect = Math.min(CONNECT.toMillis(), timeout.toMillis());
    this.client = WebClient.create(
        vertx,
        new WebClientOptions()
            .setConnectTimeout((int) connect)
            .setReadIdleTimeout((int) timeout.plus(SPARE).toMillis())
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setFollowRedirects(false),
        new PoolOptions().setHttp1MaxSize(connections));
  }

  /** Fails with {@link RemoteCallFailed} SILENT or TOO_LARGE, or with the connection's error. */
  Future<HttpAnswer> send(RequestOptions options, Buffer body) {
    Promise<HttpAnswer> done = Promise.promise();
    BoundedBody boundedBody = new BoundedBody(mostBytes);
    long end = vertx.setTimer(timeout.toMillis(), late -> boundedBody.stop(FailureReason.SILENT));
    boundedBody.result().onFailure(done::tryFail);
    client
        .request(options.getMethod(), options.setConnectTimeout(timeout.toMillis()))
        .as(() -> boundedBody)
        .sendBuffer(body)
        .onSuccess(answer -> done.tryComplete(new HttpAnswer(
            answer.statusCode(),
            Objects.requireNonNullElse(answer.getHeader("Content-Type"), ""),
            answer.body())))
        .onFailure(done::tryFail);
    return done.future().onComplete(over -> vertx.cancelTimer(end));
  }
}
