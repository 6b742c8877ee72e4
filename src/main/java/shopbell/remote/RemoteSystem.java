package shopbell.remote;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import shopbell.mapping.Authentication;
import shopbell.mapping.Expression;
import shopbell.mapping.Step;
import shopbell.model.Rejected;
import shopbell.remote.CallFailed.Reason;
import shopbell.wire.Json;
import shopbell.wire.Strict;

/**
 * A system that the operator has named, called over HTTP. No request leaves its own address, redirects are not followed,
 * and answers are bounded in size and depth. Thread-safe.
 */
public final class RemoteSystem {
  private static final int MOST_BYTES = 2 * 1024 * 1024;
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final Address address;
  private final WebClient client;
  private final Credentials credentials;

  /** BadSettings when its address is none; {@code connections} at once, at most. */
  public RemoteSystem(
      RemoteSettings settings,
      Authentication authentication,
      int connections,
      Vertx vertx,
      InstantSource clock) {
    this.address = Address.of(settings.where(), settings.url());
    this.client = WebClient.create(
        vertx,
        new WebClientOptions()
            .setFollowRedirects(false)
            .setUserAgent("Shopbell")
            .setConnectTimeout((int) CONNECT.toMillis()),
        new PoolOptions().setHttp1MaxSize(connections));
    this.credentials = new Credentials(authentication, settings, client, clock);
  }

  /**
   * The JSON that {@code step} is answered with, empty for none; {@code seen} is what its expressions see. Fails with
   * {@link CallFailed} and nothing else. A question that changes nothing is asked once more when the line broke.
   */
  public Future<Object> ask(Step step, Map<String, Object> seen) {
    return ask(step, text(step.path(), seen), texts(step.query(), seen), seen);
  }

  /** The same at {@code path}, which an answer has named; BROKEN when that leads out of the system's address. */
  public Future<Object> ask(Step step, String path, Map<String, Object> seen) {
    return ask(step, path, Map.of(), seen);
  }

  /** {@code json} sent to the system's own address as it stands; fails with {@link CallFailed} and nothing else. */
  public Future<Void> post(String json, Map<String, String> headers) {
    HttpRequest<Buffer> request = client.postAbs(address.url());
    request.putHeader("Content-Type", "application/json");
    headers.forEach(request::putHeader);
    return credentials
        .sign(request)
        .compose(signed -> signed.as(new BoundedBody(MOST_BYTES)).sendBuffer(Buffer.buffer(json)))
        .<Void>map(answer -> {
          check(answer.statusCode());
          return null;
        })
        .recover(failure -> Future.failedFuture(Failures.of(failure)));
  }

  private Future<Object> ask(
      Step step, String path, Map<String, String> query, Map<String, Object> seen) {
    String url = address.with(path, query);
    boolean safe = step.method().equals("GET");
    return send(step, url, seen)
        .recover(failure ->
            safe && Failures.line(failure) ? send(step, url, seen) : Future.failedFuture(failure))
        .map(this::read)
        .recover(failure -> Future.failedFuture(Failures.of(failure)));
  }

  private Future<HttpResponse<Buffer>> send(Step step, String url, Map<String, Object> seen) {
    HttpRequest<Buffer> request = client.requestAbs(HttpMethod.valueOf(step.method()), url);
    request.putHeader("Accept", "application/json");
    texts(step.headers(), seen).forEach(request::putHeader);
    return credentials.sign(request).compose(signed -> {
      HttpRequest<Buffer> bounded = signed.as(new BoundedBody(MOST_BYTES));
      return step.body()
          .map(body -> bounded.sendJson(body.evaluate(seen, seen)))
          .orElseGet(bounded::send);
    });
  }

  private Object read(HttpResponse<Buffer> answer) {
    int status = answer.statusCode();
    if (status == 404 || status == 204) {
      return Map.of();
    }
    check(status);
    if (answer.body() == null || answer.body().length() == 0) {
      return Map.of();
    }
    try {
      return Json.MAPPER.convertValue(Strict.read(answer.body().getBytes()), Object.class);
    } catch (Rejected noJson) {
      throw new CallFailed(Reason.BROKEN);
    }
  }

  private void check(int status) {
    if (status == 401 || status == 403) {
      credentials.refused();
      throw new CallFailed(Reason.REFUSED);
    }
    if (status == 429 || status == 502 || status == 503 || status == 504) {
      throw new CallFailed(Reason.BUSY);
    }
    if (status < 200 || status > 299) {
      throw new CallFailed(Reason.BROKEN);
    }
  }

  private static String text(Expression expression, Map<String, Object> seen) {
    Object value = expression.evaluate(seen, seen);
    if (value == null) {
      throw new CallFailed(Reason.NOTHING_TO_ASK_BY);
    }
    return value.toString();
  }

  private static Map<String, String> texts(
      Map<String, Expression> expressions, Map<String, Object> seen) {
    Map<String, String> texts = new HashMap<>();
    expressions.forEach((name, expression) -> {
      Object value = expression.evaluate(seen, seen);
      if (value != null) {
        texts.put(name, value.toString());
      }
    });
    return texts;
  }
}
