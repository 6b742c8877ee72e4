package shopbell.ingress;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import shopbell.model.Rejected;

/** A request's body as raw bytes, for signatures cover those; bounded while it comes in. */
public final class Bodies {
  private Bodies() {}

  /** TOO_LARGE as soon as there is more than {@code most} bytes; the rest is read and dropped. */
  public static Future<Buffer> of(HttpServerRequest request, int most) {
    Promise<Buffer> done = Promise.promise();
    Buffer body = Buffer.buffer();
    request.handler(chunk -> {
      if (body.length() + chunk.length() <= most) {
        body.appendBuffer(chunk);
      } else {
        done.tryFail(
            new Rejected(Rejected.Reason.TOO_LARGE, "The body is larger than " + most + " bytes."));
      }
    });
    request.exceptionHandler(
        broken -> done.tryFail(new Rejected(Rejected.Reason.MALFORMED, "The body broke off.")));
    request.endHandler(end -> done.tryComplete(body));
    return done.future();
  }
}
