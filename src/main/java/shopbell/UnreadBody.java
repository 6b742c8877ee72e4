package shopbell;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * The rest of a body whose request is answered before its end: a little of it is read and dropped, so that the connection
 * serves the next request; of more nothing is read, and the connection ends soon after the answer (RFC 9112, 9.6).
 */
final class UnreadBody {
  /** What is read and dropped at most, in bytes; most bodies are smaller as a whole. */
  private static final long DROPPED = 64 * 1024;

  /** The time in which a sender sees the answer while it still sends. */
  private static final Duration SEEN = Duration.ofSeconds(2);

  private UnreadBody() {}

  /** The first handler of a router: looks at the request again when the answer begins. */
  static void watch(RoutingContext ctx) {
    ctx.addHeadersEndHandler(answered -> settle(ctx.request(), ctx.vertx()));
    ctx.next();
  }

  private static void settle(HttpServerRequest request, Vertx vertx) {
    if (request.isEnded() || left(request) <= DROPPED) {
      request.resume();
    } else {
      request.pause();
      request.response().putHeader("Connection", "close");
      vertx.setTimer(SEEN.toMillis(), seen -> request.connection().close());
    }
  }

  /** Bytes still to come; of a chunked body nobody knows how many. */
  private static long left(HttpServerRequest request) {
    if (request.getHeader("Transfer-Encoding") != null) {
      return Long.MAX_VALUE;
    }
    String length = request.getHeader("Content-Length");
    return length == null ? 0 : Long.parseLong(length) - request.bytesRead();
  }
}
