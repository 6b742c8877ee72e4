package shopbell.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Requests the page from the agents' port as a browser does, by a new connection. */
public final class SelfCheck {
  private static final String ALL_IPV4 = "0.0.0.0";
  private static final String ALL_IPV6 = "::";

  private final HttpClientAgent http;
  private final RequestOptions page;
  private final Duration patience;

  /** {@code host} as the port was bound to; an any-address is replaced by the loopback one. */
  public SelfCheck(Vertx vertx, String host, int port, Duration patience) {
    this.http = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false));
    this.page = new RequestOptions()
        .setMethod(HttpMethod.HEAD)
        .setHost(host.equals(ALL_IPV4) ? "127.0.0.1" : host.equals(ALL_IPV6) ? "::1" : host)
        .setPort(port)
        .setURI("/");
    this.patience = patience;
  }

  /** Fails when there is no response within {@code patience}, or a 5xx one. */
  public Future<Void> ask() {
    // a closed client, as at shutdown, throws
    return Future.succeededFuture()
        .compose(go -> http.request(page))
        .compose(request -> request.send())
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .compose(answer -> answer.statusCode() < 500
            ? Future.succeededFuture()
            : Future.failedFuture("status " + answer.statusCode()));
  }
}
