package shopbell.context.rest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.context.Asked;
import shopbell.context.Source;
import shopbell.context.SourceFailed;
import shopbell.context.SourceFailed.Reason;
import shopbell.mapping.Expression;
import shopbell.mapping.Mapped;
import shopbell.mapping.Mistake;
import shopbell.mapping.SourceSpec;
import shopbell.mapping.Step;
import shopbell.model.Inbound;
import shopbell.model.Rejected;
import shopbell.wire.Json;
import shopbell.wire.Strict;

/**
 * A system that is asked over HTTP as a {@link SourceSpec} says. Answers are bounded in size and depth, redirects are not
 * followed, and no request leaves the source's own address.
 */
public final class RestSource implements Source {
  private static final Logger LOG = LoggerFactory.getLogger(RestSource.class);
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private final RestSettings settings;
  private final SourceSpec spec;
  private final Address address;
  private final WebClient client;
  private final Credentials credentials;
  private final Vertx vertx;
  private final InstantSource clock = InstantSource.system();

  /** BadSettings when the address is none. {@code client} follows no redirects and inflates nothing. */
  public RestSource(RestSettings settings, SourceSpec spec, WebClient client, Vertx vertx) {
    this.settings = settings;
    this.spec = spec;
    this.address = Address.of(settings.name(), settings.url());
    this.client = client;
    this.vertx = vertx;
    this.credentials = new Credentials(spec.authentication(), settings, client, clock);
  }

  @Override
  public Future<List<Inbound>> about(Asked asked) {
    Map<String, Object> seen = Known.of(asked, settings.set());
    Map<String, Object> answers = new HashMap<>();
    Future<Void> done = Future.succeededFuture();
    for (Step step : spec.steps()) {
      done = done.compose(before -> run(step, seen, answers));
    }
    return done.compose(all -> {
      if (answers.isEmpty()) {
        throw new SourceFailed(Reason.NOTHING_TO_ASK_BY);
      }
      return vertx.executeBlocking(() -> records(seen, asked), false);
    });
  }

  /** On a worker: a map may take its time. */
  private List<Inbound> records(Map<String, Object> seen, Asked asked) {
    Map<String, Object> defaults = new HashMap<>();
    defaults.put("system", settings.name());
    defaults.put("customer", Known.reference(asked.id()));
    try {
      return Mapped.events(spec.map(), seen, settings.name(), defaults, clock.instant());
    } catch (Rejected wrong) {
      LOG.warn(
          "source {} answers what its map makes no sense of: {}", settings.name(), wrong.errors());
    } catch (Mistake wrong) {
      LOG.warn("source {}: its map fails: {}", settings.name(), wrong.getMessage());
    }
    throw new SourceFailed(Reason.BROKEN);
  }

  private Future<Void> run(Step step, Map<String, Object> seen, Map<String, Object> answers) {
    boolean asks =
        step.when().map(when -> Boolean.TRUE.equals(value(when, seen))).orElse(true);
    if (!asks) {
      return Future.succeededFuture();
    }
    String first = address.with(text(step.path(), seen), texts(step.query(), seen));
    return pages(step, first, seen, new ArrayList<>()).map(pages -> {
      Object answer = step.mostPages() == 1 ? pages.get(0) : pages;
      seen.put(step.name(), answer);
      answers.put(step.name(), answer);
      return null;
    });
  }

  private Future<List<Object>> pages(
      Step step, String url, Map<String, Object> seen, List<Object> before) {
    return once(step, url, seen).compose(page -> {
      before.add(page);
      Map<String, Object> with = new HashMap<>(seen);
      with.put("page", page);
      Optional<String> next =
          step.next().map(n -> value(n, with)).map(Object::toString).filter(n -> !n.isEmpty());
      return next.isEmpty() || before.size() >= step.mostPages()
          ? Future.succeededFuture(before)
          : pages(step, address.with(next.get(), Map.of()), seen, before);
    });
  }

  /** A question that changes nothing is asked once more when the line broke. */
  private Future<Object> once(Step step, String url, Map<String, Object> seen) {
    boolean safe = step.method().equals("GET");
    return send(step, url, seen)
        .recover(failure ->
            safe && Failures.line(failure) ? send(step, url, seen) : Future.failedFuture(failure))
        .recover(failure -> Future.failedFuture(Failures.of(failure)))
        .map(this::read);
  }

  private Future<HttpResponse<Buffer>> send(Step step, String url, Map<String, Object> seen) {
    HttpRequest<Buffer> request = client.requestAbs(HttpMethod.valueOf(step.method()), url);
    request.putHeader("Accept", "application/json");
    texts(step.headers(), seen).forEach(request::putHeader);
    return credentials.sign(request).compose(signed -> {
      HttpRequest<Buffer> bounded = signed.as(new BoundedBody(MOST_BYTES));
      return step.body().map(body -> bounded.sendJson(value(body, seen))).orElseGet(bounded::send);
    });
  }

  private Object read(HttpResponse<Buffer> answer) {
    int status = answer.statusCode();
    if (status == 401 || status == 403) {
      credentials.refused();
      throw new SourceFailed(Reason.REFUSED);
    }
    if (status == 429 || status == 503) {
      throw new SourceFailed(Reason.BUSY);
    }
    if (status == 404) {
      return Map.of();
    }
    if (status < 200 || status > 299 || answer.body() == null) {
      throw new SourceFailed(Reason.BROKEN);
    }
    return Json.MAPPER.convertValue(Strict.read(answer.body().getBytes()), Object.class);
  }

  private static Object value(Expression expression, Map<String, Object> seen) {
    return expression.evaluate(seen, seen);
  }

  private static String text(Expression expression, Map<String, Object> seen) {
    Object value = value(expression, seen);
    if (value == null) {
      throw new SourceFailed(Reason.NOTHING_TO_ASK_BY);
    }
    return value.toString();
  }

  private static Map<String, String> texts(
      Map<String, Expression> expressions, Map<String, Object> seen) {
    Map<String, String> texts = new HashMap<>();
    expressions.forEach((name, expression) -> {
      Object value = value(expression, seen);
      if (value != null) {
        texts.put(name, value.toString());
      }
    });
    return texts;
  }
}
