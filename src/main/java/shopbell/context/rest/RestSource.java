package shopbell.context.rest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.context.Asked;
import shopbell.context.Source;
import shopbell.context.Trial;
import shopbell.mapping.Mapped;
import shopbell.mapping.Mistake;
import shopbell.mapping.SourceSpec;
import shopbell.mapping.Step;
import shopbell.mapping.Workbench;
import shopbell.model.CustomerRef;
import shopbell.model.ExternalId;
import shopbell.model.Fact;
import shopbell.model.Inbound;
import shopbell.model.Rejected;
import shopbell.remote.CallFailed;
import shopbell.remote.CallFailed.Reason;
import shopbell.remote.Particulars;
import shopbell.remote.RemoteSettings;
import shopbell.remote.RemoteSystem;
import shopbell.remote.Sent;

/**
 * A system that is asked over HTTP as a {@link SourceSpec} says: one request after the other, each page after page.
 */
public final class RestSource implements Source {
  private static final Logger LOG = LoggerFactory.getLogger(RestSource.class);

  private static final String MAP = "map";

  /** Stands where a map does not say whose a fact is. */
  private static final ExternalId UNNAMED = new ExternalId("shopbell", "asked");

  private static final CustomerRef UNSAID = new CustomerRef(Optional.of(UNNAMED), Optional.empty());

  private final RemoteSettings settings;
  private final Supplier<SourceSpec> spec;
  private final RemoteSystem system;
  private final Vertx vertx;
  private final InstantSource clock;

  /**
   * {@code settings} are what the operator says, {@code spec} how that kind of system is asked: read anew for each question,
   * except for its authentication. BadSettings when an address or a secret is missing.
   */
  public RestSource(
      RemoteSettings settings,
      Supplier<SourceSpec> spec,
      int connections,
      Vertx vertx,
      InstantSource clock) {
    this.settings = settings;
    this.spec = spec;
    this.system =
        new RemoteSystem(settings, spec.get().authentication(), connections, vertx, clock);
    this.vertx = vertx;
    this.clock = clock;
  }

  /** What has been seen on the way through the steps; one step runs at a time. */
  private static final class Way {
    final Map<String, Object> seen;
    final Optional<Watch> watch;
    boolean asked;
    boolean whole = true;

    Way(Map<String, Object> known, Optional<Watch> watch) {
      this.seen = known;
      this.watch = watch;
    }

    Sent.Listener listener() {
      return watch.<Sent.Listener>map(one -> one).orElse(Sent.Listener.NOBODY);
    }

    void done(Step step, boolean ran) {
      watch.ifPresent(one -> one.done(
          step.name(), ran, ran ? Optional.ofNullable(seen.get(step.name())) : Optional.empty()));
    }
  }

  @Override
  public Future<Answer> about(Asked asked) {
    Way way = new Way(Known.of(asked, settings), Optional.empty());
    SourceSpec now = spec.get();
    return through(now, way)
        .compose(all -> vertx.executeBlocking(() -> answer(now, way, asked), false))
        .recover(failure -> Future.failedFuture(failed(failure)));
  }

  @Override
  public Future<Trial> tried(Asked asked, UnaryOperator<Object> mask) {
    Watch watch = new Watch(mask);
    Way way = new Way(Known.of(asked, settings), Optional.of(watch));
    SourceSpec now = spec.get();
    return through(now, way)
        .compose(all -> vertx.executeBlocking(() -> made(now, watch.shown(way.seen)), false))
        .map(made -> new Trial(watch.steps(), Optional.of(made), failed(made)))
        .recover(failure -> Future.succeededFuture(
            new Trial(watch.steps(), Optional.empty(), Optional.of(failed(failure)))));
  }

  /** All steps one after the other; NOTHING_TO_ASK_BY when all are left out. */
  private Future<Void> through(SourceSpec now, Way way) {
    Future<Void> done = Future.succeededFuture();
    for (Step step : now.steps()) {
      done = done.compose(before -> run(step, way));
    }
    return done.map(all -> {
      if (!way.asked) {
        throw new CallFailed(Reason.NOTHING_TO_ASK_BY);
      }
      return null;
    });
  }

  private Workbench.Result made(SourceSpec spec, Map<String, Object> shown) {
    return Workbench.run(spec.map(), shown, settings.name(), defaults(), clock.instant());
  }

  private Optional<CallFailed> failed(Workbench.Result made) {
    return made.mistake().<Throwable>map(mistake -> mistake).or(made::refused).map(this::failed);
  }

  private Map<String, Object> defaults() {
    Map<String, Object> defaults = new HashMap<>();
    defaults.put("system", settings.name());
    defaults.put("customer", Known.reference(UNNAMED));
    return defaults;
  }

  private Answer answer(SourceSpec spec, Way way, Asked asked) {
    List<Inbound> records = new ArrayList<>();
    Set<String> unnamed = new HashSet<>();
    for (Inbound record :
        Mapped.events(spec.map(), way.seen, settings.name(), defaults(), clock.instant())) {
      if (record instanceof Fact fact && fact.customer().equals(UNSAID)) {
        unnamed.add(record.key());
        records.add(fact.about(new CustomerRef(Optional.of(asked.id()), Optional.empty())));
      } else {
        records.add(record);
      }
    }
    return new Answer(records, way.whole, unnamed);
  }

  /** What is wrong with a connector is for the operator to know; the card says that the answer makes no sense. */
  private CallFailed failed(Throwable failure) {
    CallFailed known = placed(failure);
    known
        .particulars()
        .what()
        .ifPresent(what -> LOG.warn(
            "source {}: its connector makes no sense of an answer: {}", settings.name(), what));
    return known;
  }

  /** What fails behind the steps is the map. */
  private static CallFailed placed(Throwable failure) {
    return failure instanceof CallFailed known ? known : found(failure).in(MAP);
  }

  private static CallFailed found(Throwable failure) {
    if (failure instanceof CallFailed known) {
      return known;
    }
    if (failure instanceof Rejected refused && refused.reason() == Rejected.Reason.CROWDED) {
      return new CallFailed(Reason.BUSY);
    }
    return new CallFailed(
        Reason.BROKEN,
        failure instanceof Mistake wrong
            ? Particulars.of(wrong)
            : Particulars.of(
                failure instanceof Rejected wrong
                    ? said(wrong)
                    : failure.getClass().getSimpleName()));
  }

  private static String said(Rejected refused) {
    return refused.errors().stream()
        .findFirst()
        .map(error -> error.pointer() + " " + error.detail())
        .orElseGet(refused::getMessage);
  }

  private Future<Void> run(Step step, Way way) {
    return system
        .wants(step, way.seen)
        .compose(asks -> asks ? asked(step, way) : Future.succeededFuture(false))
        .onFailure(failure -> way.done(step, true))
        .onSuccess(ran -> way.done(step, ran))
        .recover(failure -> Future.failedFuture(in(step, failure)))
        .mapEmpty();
  }

  private Future<Boolean> asked(Step step, Way way) {
    way.asked = true;
    return pages(system.ask(step, way.seen, way.listener()), step, way, new ArrayList<>())
        .map(pages -> {
          way.seen.put(step.name(), step.mostPages() == 1 ? pages.get(0) : pages);
          return true;
        });
  }

  private static CallFailed in(Step step, Throwable failure) {
    return found(failure).in(step.name());
  }

  private Future<List<Object>> pages(
      Future<Object> asked, Step step, Way way, List<Object> before) {
    return asked.compose(page -> {
      before.add(page);
      return next(step, way, page).compose(next -> {
        boolean enough = before.size() >= step.mostPages();
        way.whole &= !(enough && next.isPresent());
        return enough || next.isEmpty()
            ? Future.succeededFuture(before)
            : pages(system.ask(step, next.get(), way.seen, way.listener()), step, way, before);
      });
    });
  }

  private Future<Optional<String>> next(Step step, Way way, Object page) {
    if (step.next().isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    Map<String, Object> with = new HashMap<>(way.seen);
    with.put("page", page);
    return vertx.executeBlocking(
        () -> Optional.ofNullable(step.next().get().evaluate(with, with))
            .map(Object::toString)
            .filter(path -> !path.isEmpty()),
        false);
  }
}
