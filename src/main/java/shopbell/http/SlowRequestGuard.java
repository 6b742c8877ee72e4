package shopbell.http;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Closes connections that send one byte at a time, so that they never count as idle. Upgraded sockets are excluded.
 * Thread-safe.
 */
final class SlowRequestGuard {
  /**
   * Time limits.
   *
   * @param first from the connection to the end of the first request's head
   * @param body from a request's head to its end
   * @param next from there to the end of the next one's head, the time for the answer included
   */
  record Limits(Duration first, Duration body, Duration next) {
    static final Limits USUAL =
        new Limits(Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(90));
  }

  private static final int SWITCHING_PROTOCOLS = 101;

  /** The state of a connection, and since when; the request is the last one, null before the first. */
  private record Line(HttpServerRequest request, boolean whole, long sinceNanos) {
    boolean late(Limits limits, long now) {
      Duration most = request == null ? limits.first() : whole ? limits.next() : limits.body();
      return now - sinceNanos > most.toNanos();
    }

    boolean answered() {
      return request == null || request.response().ended();
    }

    /** The response of an upgraded request counts as ended, too. */
    boolean upgraded() {
      return request != null && request.response().getStatusCode() == SWITCHING_PROTOCOLS;
    }
  }

  private final Limits limits;
  private final Consumer<HttpServerRequest> tooSlow;
  private final Map<HttpConnection, Line> lines = new ConcurrentHashMap<>();

  /** {@code tooSlow} answers a request whose body does not arrive; its connection is closed afterwards. */
  SlowRequestGuard(Limits limits, Consumer<HttpServerRequest> tooSlow) {
    this.limits = limits;
    this.tooSlow = tooSlow;
  }

  void opened(HttpConnection connection) {
    lines.put(connection, new Line(null, false, System.nanoTime()));
    connection.closeHandler(closed -> lines.remove(connection));
  }

  /** The head of {@code request} has arrived. */
  void asked(HttpServerRequest request) {
    HttpConnection connection = request.connection();
    lines.put(connection, new Line(request, false, System.nanoTime()));
    request
        .end()
        .onSuccess(whole -> lines.computeIfPresent(
            connection,
            (same, line) ->
                line.request() == request ? new Line(request, true, System.nanoTime()) : line));
  }

  /** To be called every second. */
  void sweep() {
    long now = System.nanoTime();
    for (Map.Entry<HttpConnection, Line> entry : List.copyOf(lines.entrySet())) {
      Line line = entry.getValue();
      if (line.late(limits, now)) {
        end(entry.getKey(), line);
      }
    }
  }

  /** Exempts a long response, and an upgraded socket. */
  private void end(HttpConnection connection, Line line) {
    if (line.upgraded()) {
      lines.remove(connection);
    } else if (line.answered()) {
      connection.close();
    } else if (!line.whole()) {
      tooSlow.accept(line.request());
    }
  }
}
