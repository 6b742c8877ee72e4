package shopbell.remote;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.codec.spi.BodyStream;
import shopbell.remote.RemoteCallFailed.FailureReason;

/**
 * The body of one response while it arrives. Once it is cancelled it stays full: no more is read from the connection,
 * which is then closed when idle. (The Web Client cannot abort a response, and reads a failed one to its end, which may
 * never come.)
 */
final class BoundedBody implements BodyStream<Buffer> {
  private final Buffer body = Buffer.buffer();
  private final Promise<Buffer> whole = Promise.promise();
  private final int mostBytes;

  BoundedBody(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Cancels it. */
  void stop(FailureReason why) {
    whole.tryFail(new RemoteCallFailed(why));
  }

  @Override
  public Future<Buffer> result() {
    return whole.future();
  }

  @Override
  public Future<Void> write(Buffer chunk) {
    if (body.length() + chunk.length() > mostBytes) {
      stop(FailureReason.TOO_LARGE);
    } else if (!writeQueueFull()) {
      body.appendBuffer(chunk);
    }
    return Future.succeededFuture();
  }

  @Override
  public boolean writeQueueFull() {
    return whole.future().isComplete();
  }

  @Override
  public Future<Void> end() {
    whole.tryComplete(body);
    return Future.succeededFuture();
  }

  @Override
  public void handle(Throwable broken) {
    whole.tryFail(broken);
  }

  @Override
  public BoundedBody exceptionHandler(Handler<Throwable> unused) {
    return this;
  }

  @Override
  public BoundedBody setWriteQueueMaxSize(int unused) {
    return this;
  }

  /** It never drains. */
  @Override
  public BoundedBody drainHandler(Handler<Void> unused) {
    return this;
  }
}
