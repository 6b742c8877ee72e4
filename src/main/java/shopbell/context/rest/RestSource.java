package shopbell.context.rest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
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
import shopbell.mapping.Mapped;
import shopbell.mapping.Mistake;
import shopbell.mapping.SourceSpec;
import shopbell.mapping.Step;
import shopbell.model.Inbound;
import shopbell.model.Rejected;
import shopbell.remote.CallFailed;
import shopbell.remote.CallFailed.Reason;
import shopbell.remote.RemoteSettings;
import shopbell.remote.RemoteSystem;

/**
 * A system that is asked over HTTP as a {@link SourceSpec} says: one request after the other, each page after page.
 */
public final class RestSource implements Source {
  private static final Logger LOG = LoggerFactory.getLogger(RestSource.class);

  private final RemoteSettings settings;
  private final SourceSpec spec;
  private final RemoteSystem system;
  private final Vertx vertx;
  private final InstantSource clock;

  /** {@code settings} are what the operator says, {@code spec} how that kind of system is asked. */
  public RestSource(
      RemoteSettings settings,
      SourceSpec spec,
      RemoteSystem system,
      Vertx vertx,
      InstantSource clock) {
    this.settings = settings;
    this.spec = spec;
    this.system = system;
    this.vertx = vertx;
    this.clock = clock;
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
        throw new CallFailed(Reason.NOTHING_TO_ASK_BY);
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
    throw new CallFailed(Reason.BROKEN);
  }

  private Future<Void> run(Step step, Map<String, Object> seen, Map<String, Object> answers) {
    boolean asks =
        step.when().map(when -> Boolean.TRUE.equals(when.evaluate(seen, seen))).orElse(true);
    if (!asks) {
      return Future.succeededFuture();
    }
    return pages(system.ask(step, seen), step, seen, new ArrayList<>()).map(pages -> {
      Object answer = step.mostPages() == 1 ? pages.get(0) : pages;
      seen.put(step.name(), answer);
      answers.put(step.name(), answer);
      return null;
    });
  }

  private Future<List<Object>> pages(
      Future<Object> asked, Step step, Map<String, Object> seen, List<Object> before) {
    return asked.compose(page -> {
      before.add(page);
      Map<String, Object> with = new HashMap<>(seen);
      with.put("page", page);
      Optional<String> next = step.next()
          .map(expression -> expression.evaluate(with, with))
          .map(Object::toString)
          .filter(path -> !path.isEmpty());
      return next.isEmpty() || before.size() >= step.mostPages()
          ? Future.succeededFuture(before)
          : pages(system.ask(step, next.get(), seen), step, seen, before);
    });
  }
}
