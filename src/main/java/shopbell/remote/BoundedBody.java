package shopbell.remote;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;

/** An answer's body that is given up as soon as it is too large; nothing beyond the bound is ever held. */
final class BoundedBody implements BodyCodec<Buffer> {
  private final int most;

  BoundedBody(int most) {
    this.most = most;
  }

  @Override
  public BodyStream<Buffer> stream() {
    return new Stream(most);
  }

  private static final class Stream implements BodyStream<Buffer> {
    private final int most;
    private final Buffer body = Buffer.buffer();
    private final Promise<Buffer> done = Promise.promise();

    private Stream(int most) {
      this.most = most;
    }

    @Override
    public Future<Buffer> result() {
      return done.future();
    }

    @Override
    public void handle(Throwable failure) {
      done.tryFail(failure);
    }

    @Override
    public Future<Void> write(Buffer chunk) {
      if (body.length() + chunk.length() > most) {
        CallFailed tooLarge = new CallFailed(CallFailed.Reason.TOO_LARGE);
        done.tryFail(tooLarge);
        return Future.failedFuture(tooLarge);
      }
      body.appendBuffer(chunk);
      return Future.succeededFuture();
    }

    @Override
    public Future<Void> end() {
      done.tryComplete(body);
      return Future.succeededFuture();
    }

    @Override
    public BodyStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
      return this;
    }

    @Override
    public BodyStream<Buffer> setWriteQueueMaxSize(int size) {
      return this;
    }

    @Override
    public boolean writeQueueFull() {
      return false;
    }

    @Override
    public BodyStream<Buffer> drainHandler(Handler<Void> handler) {
      return this;
    }
  }
}
