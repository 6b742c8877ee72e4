package shopbell.remote;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import shopbell.mapping.Authentication;
import shopbell.mapping.Expression;
import shopbell.mapping.Step;
import shopbell.model.Rejected;
import shopbell.remote.CallFailed.Reason;
import shopbell.wire.Json;
import shopbell.wire.Strict;

/**
 * A system that the operator has named, called over HTTP. No request leaves its own address, redirects are not followed,
 * and answers are bounded in size, depth and time. Expressions run and JSON is read on workers. Thread-safe.
 */
public final class RemoteSystem {
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private final Vertx vertx;
  private final Address address;
  private final Exchange exchange;
  private final Credentials credentials;
  private final Secrets secrets;
  private final InstantSource clock;

  /** BadSettings when its address is none, or it lacks a secret; {@code connections} at once, at most. */
  public RemoteSystem(
      RemoteSettings settings,
      Authentication authentication,
      int connections,
      Vertx vertx,
      InstantSource clock) {
    this.vertx = vertx;
    this.address = Address.of(settings.where() + ".url", settings.url(), settings);
    this.exchange = new Exchange(vertx, connections, settings.timeout(), MOST_BYTES);
    this.credentials = new Credentials(authentication, settings, exchange, clock);
    this.secrets = new Secrets(settings);
    this.clock = clock;
  }

  /** Whether {@code step} is to be asked at all, of what has been {@code seen}; fails with {@link CallFailed}. */
  public Future<Boolean> wants(Step step, Map<String, Object> seen) {
    return step.when()
        .map(when ->
            vertx.executeBlocking(() -> Boolean.TRUE.equals(when.evaluate(seen, seen)), false))
        .orElseGet(() -> Future.succeededFuture(true))
        .recover(failure -> Future.failedFuture(Failures.of(failure)));
  }

  /**
   * The JSON that {@code step} is answered with, empty for none; {@code seen} is what its expressions see. Fails with
   * {@link CallFailed} and nothing else. A question that changes nothing is asked once more when the line broke.
   */
  public Future<Object> ask(Step step, Map<String, Object> seen) {
    return ask(step, seen, Sent.Listener.NOBODY);
  }

  /** The same with somebody who listens. */
  public Future<Object> ask(Step step, Map<String, Object> seen, Sent.Listener listener) {
    return vertx
        .executeBlocking(
            () -> address.with(text(step.path(), seen), texts(step.query(), seen)), false)
        .compose(url -> called(new Question(step, Optional.empty(), url, seen, listener)))
        .recover(failure -> Future.failedFuture(Failures.of(failure)));
  }

  /** The same at {@code path}, which an answer has named; ELSEWHERE when that leads out of the system's address. */
  public Future<Object> ask(
      Step step, String path, Map<String, Object> seen, Sent.Listener listener) {
    return Future.succeededFuture(path)
        .map(named -> address.with(named, Map.of()))
        .compose(url -> called(new Question(step, Optional.of(path), url, seen, listener)))
        .recover(failure -> Future.failedFuture(Failures.of(failure)));
  }

  private record Question(
      Step step,
      Optional<String> path,
      String url,
      Map<String, Object> seen,
      Sent.Listener listener) {}

  /** {@code json} sent to the system's own address as it stands; fails with {@link CallFailed} and nothing else. */
  public Future<Void> post(String json, Map<String, String> headers) {
    RequestOptions request = request("POST", address.url());
    request.putHeader("Content-Type", "application/json");
    headers.forEach(request::putHeader);
    return credentials
        .sign(request)
        .compose(signed -> exchange.send(signed, Buffer.buffer(json)))
        .<Void>map(answer -> {
          check(answer);
          return null;
        })
        .recover(failure -> Future.failedFuture(Failures.of(failure)));
  }

  private static RequestOptions request(String method, String url) {
    return new RequestOptions()
        .setMethod(HttpMethod.valueOf(method))
        .setAbsoluteURI(url)
        .putHeader("User-Agent", "Shopbell")
        .putHeader("Accept", "application/json");
  }

  private Future<Object> called(Question question) {
    boolean safe = question.step().method().equals("GET");
    return send(question)
        .recover(failure ->
            safe && Failures.line(failure) ? send(question) : Future.failedFuture(failure))
        .compose(answer -> vertx.executeBlocking(() -> read(answer, safe), false));
  }

  private Future<Exchange.Answer> send(Question question) {
    Step step = question.step();
    Map<String, Object> seen = question.seen();
    RequestOptions request = request(step.method(), question.url());
    return vertx
        .executeBlocking(
            () -> {
              texts(step.headers(), seen).forEach(request::putHeader);
              return new Written(
                  step.body().map(body -> Json.write(body.evaluate(seen, seen))), shown(question));
            },
            false)
        .compose(written -> {
          written.body().ifPresent(json -> request.putHeader("Content-Type", "application/json"));
          Instant began = clock.instant();
          return credentials
              .sign(request)
              .compose(
                  signed -> exchange.send(signed, Buffer.buffer(written.body().orElse(""))))
              .onComplete(done -> written
                  .shown()
                  .ifPresent(shown -> heard(question, request, shown, began, done.result())));
        });
  }

  private record Written(Optional<String> body, Optional<ShownRequest> shown) {}

  private Optional<ShownRequest> shown(Question question) {
    return question.listener() == Sent.Listener.NOBODY
        ? Optional.empty()
        : Optional.of(ShownRequest.of(
            address, question.step(), question.path(), question.seen(), question.listener()));
  }

  private void heard(
      Question question,
      RequestOptions request,
      ShownRequest shown,
      Instant began,
      Exchange.Answer answer) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(request.getHeaders());
    shown.headers().forEach(headers::set);
    question
        .listener()
        .heard(new Sent(
            question.step().method(),
            secrets.url(shown.url()),
            secrets.headers(headers),
            shown.body().map(secrets::body),
            Optional.ofNullable(answer).map(Received::of),
            Duration.between(began, clock.instant()).toMillis()));
  }

  private Object read(Exchange.Answer answer, boolean question) {
    if (answer.status() != 404 || !question) {
      check(answer);
    }
    if (answer.body().length() == 0) {
      return Map.of();
    }
    // a 404 in JSON is an interface's word that there is nobody; a page of HTML is a wrong address
    Object said = json(answer);
    return answer.status() == 404 ? Map.of() : said;
  }

  private static Object json(Exchange.Answer answer) {
    try {
      return Json.MAPPER.convertValue(Strict.read(answer.body().getBytes()), Object.class);
    } catch (Rejected noJson) {
      throw broken(answer);
    }
  }

  private static CallFailed broken(Exchange.Answer answer) {
    return new CallFailed(Reason.BROKEN, Particulars.of(Received.of(answer)));
  }

  private void check(Exchange.Answer answer) {
    int status = answer.status();
    if (status == 401 || status == 403) {
      credentials.refused();
      throw new CallFailed(Reason.REFUSED);
    }
    if (status == 429 || status == 502 || status == 503 || status == 504) {
      throw new CallFailed(Reason.BUSY);
    }
    if (status >= 300 && status < 400) {
      throw new CallFailed(Reason.ELSEWHERE);
    }
    if (status < 200 || status > 299) {
      throw broken(answer);
    }
  }

  static String text(Expression expression, Map<String, Object> seen) {
    Object value = expression.evaluate(seen, seen);
    if (value == null) {
      throw new CallFailed(Reason.NOTHING_TO_ASK_BY);
    }
    return value.toString();
  }

  static Map<String, String> texts(Map<String, Expression> expressions, Map<String, Object> seen) {
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
