package shopbell.ingress;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import shopbell.model.Rejected;

/**
 * A request's body as raw bytes, because signatures cover those. The request is paused until the body is read, so that
 * its head can be checked first. To be closed when its events are stored or refused; bytes that arrive after that are
 * dropped.
 */
public final class RawBody {
  private final RequestBodies all;
  private final HttpServerRequest request;
  private final int largest;
  private final Context context = Vertx.currentContext();
  private final Promise<Buffer> beginning = Promise.promise();
  private final Promise<Buffer> whole = Promise.promise();
  private final List<Buffer> chunks = new ArrayList<>();
  private int length;
  private int awaited;
  private boolean closed;

  /** Owned by {@link RequestBodies} and guarded by its lock. */
  private long held;

  RawBody(RequestBodies all, HttpServerRequest request, int largest) {
    this.all = all;
    this.request = request;
    this.largest = largest;
  }

  void begin() {
    request.pause();
    request.handler(this::came);
    request.exceptionHandler(
        broken -> fail(new Rejected(Rejected.Reason.MALFORMED, "The body broke off.")));
    request.endHandler(end -> ended());
  }

  /** At least {@code most} bytes or all there are; further ones are not read until {@link #whole}. */
  public Future<Buffer> beginning(int most) {
    await(most);
    return beginning.future();
  }

  /** TOO_LARGE as soon as the size is known; CROWDED when it does not fit beside the other bodies. */
  public Future<Buffer> whole() {
    await(Integer.MAX_VALUE);
    return whole.future();
  }

  private void await(int most) {
    awaited = most;
    if (declared() > largest) {
      fail(tooLarge());
    } else if (!closed) {
      request.resume();
    }
  }

  private long declared() {
    try {
      String length = request.getHeader("Content-Length");
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private void came(Buffer chunk) {
    if (closed) {
      return;
    }
    if (length + chunk.length() > largest) {
      fail(tooLarge());
    } else if (!holdMore(chunk.length())) {
      fail(crowded());
    } else {
      chunks.add(chunk);
      length += chunk.length();
      if (length >= awaited) {
        request.pause();
        beginning.tryComplete(joined());
      }
    }
  }

  private void ended() {
    if (!closed) {
      all.complete(this);
      Buffer bytes = joined();
      beginning.tryComplete(bytes);
      whole.tryComplete(bytes);
    }
  }

  /** Joined once: a growing buffer would be copied repeatedly, and large arrays are expensive for the collector. */
  private Buffer joined() {
    Buffer bytes = Buffer.buffer(length);
    chunks.forEach(bytes::appendBuffer);
    return bytes;
  }

  /**
   * Whether there is memory for {@code more} bytes derived from it, such as the unpacked body; they count until it is
   * closed.
   */
  public boolean holdMore(long more) {
    return all.take(this, more);
  }

  /** The refusal when there is no memory for the body. */
  public static Rejected crowded() {
    return new Rejected(
        Rejected.Reason.CROWDED,
        "More comes in at once than fits into the memory, and this was not kept: send it again.");
  }

  private Rejected tooLarge() {
    return new Rejected(
        Rejected.Reason.TOO_LARGE, "The body is larger than " + largest + " bytes.");
  }

  /** Drops this body in favour of another one. */
  void crowdedOut() {
    if (context == null) {
      fail(crowded());
    } else {
      context.runOnContext(here -> fail(crowded()));
    }
  }

  private void fail(Rejected why) {
    close();
    beginning.tryFail(why);
    whole.tryFail(why);
  }

  /** Frees its memory; a second time does nothing. On the request's own event loop. */
  public void close() {
    all.left(this);
    if (!closed) {
      closed = true;
      chunks.clear();
      request.resume();
    }
  }

  long held() {
    return held;
  }

  void holds(long more) {
    held += more;
  }
}
