package shopbell.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The agents' port asked as an agent's browser asks it: by a new connection, for the page. */
public final class SelfCheck {
  private static final String ALL_IPV4 = "0.0.0.0";
  private static final String ALL_IPV6 = "::";

  private final HttpClientAgent http;
  private final RequestOptions page;
  private final Duration patience;

  /** {@code host} as the port was bound to; all addresses are asked at the loopback one. */
  public SelfCheck(Vertx vertx, String host, int port, Duration patience) {
    this.http = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false));
    this.page = new RequestOptions()
        .setMethod(HttpMethod.HEAD)
        .setHost(host.equals(ALL_IPV4) ? "127.0.0.1" : host.equals(ALL_IPV6) ? "::1" : host)
        .setPort(port)
        .setURI("/");
    this.patience = patience;
  }

  /** Fails when no answer comes within the patience, or one that is our own fault. */
  public Future<Void> ask() {
    // a client that is closed, as at the end, throws
    return Future.succeededFuture()
        .compose(go -> http.request(page))
        .compose(request -> request.send())
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .compose(answer -> answer.statusCode() < 500
            ? Future.succeededFuture()
            : Future.failedFuture("status " + answer.statusCode()));
  }
}
