package shopbell.remote;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import shopbell.remote.CallFailed.Reason;

/**
 * One request and its whole answer. An answer that is too large or takes too long is cut off together with its connection,
 * so that a system that never ends cannot keep one of the few there are.
 */
final class Exchange {
  /** Status and body, which is empty rather than null. */
  record Answer(int status, Buffer body) {}

  private final Vertx vertx;
  private final HttpClient client;
  private final Duration timeout;
  private final int mostBytes;

  Exchange(Vertx vertx, HttpClient client, Duration timeout, int mostBytes) {
    this.vertx = vertx;
    this.client = client;
    this.timeout = timeout;
    this.mostBytes = mostBytes;
  }

  /** Fails with {@link CallFailed} SILENT or TOO_LARGE, or with what broke the line. */
  Future<Answer> send(RequestOptions options, Buffer body) {
    Promise<Answer> done = Promise.promise();
    AtomicReference<HttpClientRequest> sent = new AtomicReference<>();
    long end = vertx.setTimer(timeout.toMillis(), late -> cut(sent.get(), done, Reason.SILENT));
    client
        .request(options)
        .onSuccess(request -> {
          sent.set(request);
          if (done.future().isComplete()) {
            request.reset();
            return;
          }
          request
              .send(body)
              .onSuccess(response -> collect(request, response, done))
              .onFailure(done::tryFail);
        })
        .onFailure(done::tryFail);
    return done.future().onComplete(over -> vertx.cancelTimer(end));
  }

  private void collect(
      HttpClientRequest request, HttpClientResponse response, Promise<Answer> done) {
    Buffer body = Buffer.buffer();
    response.exceptionHandler(done::tryFail);
    response.handler(chunk -> {
      if (body.length() + chunk.length() > mostBytes) {
        cut(request, done, Reason.TOO_LARGE);
      } else if (!done.future().isComplete()) {
        body.appendBuffer(chunk);
      }
    });
    response.endHandler(end -> done.tryComplete(new Answer(response.statusCode(), body)));
  }

  private static void cut(HttpClientRequest request, Promise<Answer> done, Reason why) {
    if (done.tryFail(new CallFailed(why)) && request != null) {
      request.reset();
    }
  }
}
