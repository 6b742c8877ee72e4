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
import shopbell.connector.Authentication;
import shopbell.connector.Expression;
import shopbell.connector.RequestStep;
import shopbell.json.Json;
import shopbell.json.StrictJson;
import shopbell.model.Rejected;
import shopbell.remote.RemoteCallFailed.FailureReason;

/**
 * A configured system, called over HTTP. No request leaves its own address, redirects are not followed, and responses
 * are bounded in size, depth and time. Expressions run and JSON is parsed on workers. Thread-safe.
 */
public final class RemoteSystem {
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private final Vertx vertx;
  private final BaseAddress baseAddress;
  private final HttpExchange httpExchange;
  private final ClientCredentials clientCredentials;
  private final SecretMask secretMask;
  private final InstantSource clock;

  /**
   * InvalidConfiguration when its address is invalid, or a secret is missing; {@code connections} at once, at most.
   */
  public RemoteSystem(
      RemoteSettings settings,
      Authentication authentication,
      int connections,
      Vertx vertx,
      InstantSource clock) {
    this.vertx = vertx;
    this.baseAddress = BaseAddress.of(settings.where() + ".url", settings.url(), settings);
    this.httpExchange = new HttpExchange(vertx, connections, settings.timeout(), MOST_BYTES);
    this.clientCredentials = new ClientCredentials(authentication, settings, httpExchange, clock);
    this.secretMask = new SecretMask(settings);
    this.clock = clock;
  }

  /**
   * Whether {@code requestStep} has to be sent, given what has been {@code seen}; fails with {@link RemoteCallFailed}.
   */
  public Future<Boolean> wants(RequestStep requestStep, Map<String, Object> seen) {
    return requestStep
        .when()
        .map(when ->
            vertx.executeBlocking(() -> Boolean.TRUE.equals(when.evaluate(seen, seen)), false))
        .orElseGet(() -> Future.succeededFuture(true))
        .recover(failure -> Future.failedFuture(FailureClassifier.of(failure)));
  }

  /**
   * The JSON response to {@code requestStep}, empty for none; its expressions see {@code seen}. Fails with
   * {@link RemoteCallFailed} and nothing else. A request without side effects is retried once when the connection
   * broke.
   */
  public Future<Object> ask(RequestStep requestStep, Map<String, Object> seen) {
    return ask(requestStep, seen, SentRequest.RequestListener.NOBODY);
  }

  /** The same with a listener. */
  public Future<Object> ask(
      RequestStep requestStep,
      Map<String, Object> seen,
      SentRequest.RequestListener requestListener) {
    return vertx
        .executeBlocking(
            () ->
                baseAddress.with(text(requestStep.path(), seen), texts(requestStep.query(), seen)),
            false)
        .compose(
            url -> called(new Question(requestStep, Optional.empty(), url, seen, requestListener)))
        .recover(failure -> Future.failedFuture(FailureClassifier.of(failure)));
  }

  /** The same at {@code path}, from a response; ELSEWHERE when that leads out of the system's address. */
  public Future<Object> ask(
      RequestStep requestStep,
      String path,
      Map<String, Object> seen,
      SentRequest.RequestListener requestListener) {
    return Future.succeededFuture(path)
        .map(named -> baseAddress.with(named, Map.of()))
        .compose(
            url -> called(new Question(requestStep, Optional.of(path), url, seen, requestListener)))
        .recover(failure -> Future.failedFuture(FailureClassifier.of(failure)));
  }

  private record Question(
      RequestStep step,
      Optional<String> path,
      String url,
      Map<String, Object> seen,
      SentRequest.RequestListener listener) {}

  /**
   * Sends {@code json} unchanged to the system's own address; fails with {@link RemoteCallFailed} and nothing else.
   */
  public Future<Void> post(String json, Map<String, String> headers) {
    RequestOptions request = request("POST", baseAddress.url());
    request.putHeader("Content-Type", "application/json");
    headers.forEach(request::putHeader);
    return clientCredentials
        .sign(request)
        .compose(signed -> httpExchange.send(signed, Buffer.buffer(json)))
        .<Void>map(httpAnswer -> {
          check(httpAnswer);
          return null;
        })
        .recover(failure -> Future.failedFuture(FailureClassifier.of(failure)));
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
            safe && FailureClassifier.line(failure) ? send(question) : Future.failedFuture(failure))
        .compose(httpAnswer -> vertx.executeBlocking(() -> read(httpAnswer, safe), false));
  }

  private Future<HttpExchange.HttpAnswer> send(Question question) {
    RequestStep requestStep = question.step();
    Map<String, Object> seen = question.seen();
    RequestOptions request = request(requestStep.method(), question.url());
    return vertx
        .executeBlocking(
            () -> {
              texts(requestStep.headers(), seen).forEach(request::putHeader);
              return new Written(
                  requestStep.body().map(body -> Json.write(body.evaluate(seen, seen))),
                  shown(question));
            },
            false)
        .compose(written -> {
          written.body().ifPresent(json -> request.putHeader("Content-Type", "application/json"));
          Instant began = clock.instant();
          return clientCredentials
              .sign(request)
              .compose(signed ->
                  httpExchange.send(signed, Buffer.buffer(written.body().orElse(""))))
              .onComplete(done -> written
                  .shown()
                  .ifPresent(shown -> heard(question, request, shown, began, done.result())));
        });
  }

  private record Written(Optional<String> body, Optional<MaskedRequest> shown) {}

  private Optional<MaskedRequest> shown(Question question) {
    return question.listener() == SentRequest.RequestListener.NOBODY
        ? Optional.empty()
        : Optional.of(MaskedRequest.of(
            baseAddress, question.step(), question.path(), question.seen(), question.listener()));
  }

  private void heard(
      Question question,
      RequestOptions request,
      MaskedRequest shown,
      Instant began,
      HttpExchange.HttpAnswer httpAnswer) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(request.getHeaders());
    shown.headers().forEach(headers::set);
    question
        .listener()
        .heard(new SentRequest(
            question.step().method(),
            secretMask.url(shown.url()),
            secretMask.headers(headers),
            shown.body().map(secretMask::body),
            Optional.ofNullable(httpAnswer).map(ResponseSummary::of),
            Duration.between(began, clock.instant()).toMillis()));
  }

  private Object read(HttpExchange.HttpAnswer httpAnswer, boolean question) {
    if (httpAnswer.status() != 404 || !question) {
      check(httpAnswer);
    }
    if (httpAnswer.body().length() == 0) {
      return Map.of();
    }
    // a 404 in JSON means that there is no such customer; a page of HTML is a wrong address
    Object said = json(httpAnswer);
    return httpAnswer.status() == 404 ? Map.of() : said;
  }

  private static Object json(HttpExchange.HttpAnswer httpAnswer) {
    try {
      return Json.MAPPER.convertValue(StrictJson.read(httpAnswer.body().getBytes()), Object.class);
    } catch (Rejected noJson) {
      throw broken(httpAnswer);
    }
  }

  private static RemoteCallFailed broken(HttpExchange.HttpAnswer httpAnswer) {
    return new RemoteCallFailed(
        FailureReason.BROKEN, FailureDetails.of(ResponseSummary.of(httpAnswer)));
  }

  private void check(HttpExchange.HttpAnswer httpAnswer) {
    int status = httpAnswer.status();
    if (status == 401 || status == 403) {
      clientCredentials.refused();
      throw new RemoteCallFailed(FailureReason.REFUSED);
    }
    if (status == 429 || status == 502 || status == 503 || status == 504) {
      throw new RemoteCallFailed(FailureReason.BUSY);
    }
    if (status >= 300 && status < 400) {
      throw new RemoteCallFailed(FailureReason.ELSEWHERE);
    }
    if (status < 200 || status > 299) {
      throw broken(httpAnswer);
    }
  }

  static String text(Expression expression, Map<String, Object> seen) {
    Object value = expression.evaluate(seen, seen);
    if (value == null) {
      throw new RemoteCallFailed(FailureReason.NOTHING_TO_ASK_BY);
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
