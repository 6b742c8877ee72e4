package shopbell.sources;

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
import shopbell.connector.ConnectorError;
import shopbell.connector.ConnectorTrial;
import shopbell.connector.MappedEvents;
import shopbell.connector.RequestStep;
import shopbell.connector.SourceSpec;
import shopbell.model.CustomerRef;
import shopbell.model.ExternalId;
import shopbell.model.Rejected;
import shopbell.model.event.CustomerFact;
import shopbell.model.event.Inbound;
import shopbell.remote.FailureDetails;
import shopbell.remote.RemoteCallFailed;
import shopbell.remote.RemoteCallFailed.FailureReason;
import shopbell.remote.RemoteSettings;
import shopbell.remote.RemoteSystem;
import shopbell.remote.SentRequest;

/**
 * A system that is queried over HTTP as a {@link SourceSpec} describes: one request after the other, each page by page.
 */
public final class RestSource implements Source {
  private static final Logger LOG = LoggerFactory.getLogger(RestSource.class);

  private static final String MAP = "map";

  /** Replaces the customer of a fact for which a map names none. */
  private static final ExternalId UNNAMED = new ExternalId("shopbell", "asked");

  private static final CustomerRef UNSAID = new CustomerRef(Optional.of(UNNAMED), Optional.empty());

  private final RemoteSettings settings;
  private final Supplier<SourceSpec> spec;
  private final RemoteSystem system;
  private final Vertx vertx;
  private final InstantSource clock;

  /**
   * {@code settings} are the operator's, {@code spec} describes the requests: it is read again for each query, except
   * for its authentication. InvalidConfiguration when an address or a secret is missing.
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

  /** The state of one run through the steps; one step runs at a time. */
  private static final class Way {
    final Map<String, Object> seen;
    final Optional<TrialRecorder> watch;
    boolean asked;
    boolean whole = true;

    Way(Map<String, Object> known, Optional<TrialRecorder> watch) {
      this.seen = known;
      this.watch = watch;
    }

    SentRequest.RequestListener listener() {
      return watch
          .<SentRequest.RequestListener>map(one -> one)
          .orElse(SentRequest.RequestListener.NOBODY);
    }

    void done(RequestStep requestStep, boolean ran) {
      watch.ifPresent(one -> one.done(
          requestStep.name(),
          ran,
          ran ? Optional.ofNullable(seen.get(requestStep.name())) : Optional.empty()));
    }
  }

  @Override
  public Future<SourceAnswer> about(SourceQuery sourceQuery) {
    Way way = new Way(QueryVariables.of(sourceQuery, settings), Optional.empty());
    SourceSpec now = spec.get();
    return through(now, way)
        .compose(all -> vertx.executeBlocking(() -> answer(now, way, sourceQuery), false))
        .recover(failure -> Future.failedFuture(failed(failure)));
  }

  @Override
  public Future<SourceTrial> tried(SourceQuery sourceQuery, UnaryOperator<Object> mask) {
    TrialRecorder trialRecorder = new TrialRecorder(mask);
    Way way = new Way(QueryVariables.of(sourceQuery, settings), Optional.of(trialRecorder));
    SourceSpec now = spec.get();
    return through(now, way)
        .compose(
            all -> vertx.executeBlocking(() -> made(now, trialRecorder.shown(way.seen)), false))
        .map(made -> new SourceTrial(trialRecorder.steps(), Optional.of(made), failed(made)))
        .recover(failure -> Future.succeededFuture(new SourceTrial(
            trialRecorder.steps(), Optional.empty(), Optional.of(failed(failure)))));
  }

  /** Runs all steps one after the other; NOTHING_TO_ASK_BY when all are left out. */
  private Future<Void> through(SourceSpec now, Way way) {
    Future<Void> done = Future.succeededFuture();
    for (RequestStep requestStep : now.steps()) {
      done = done.compose(before -> run(requestStep, way));
    }
    return done.map(all -> {
      if (!way.asked) {
        throw new RemoteCallFailed(FailureReason.NOTHING_TO_ASK_BY);
      }
      return null;
    });
  }

  private ConnectorTrial.Result made(SourceSpec spec, Map<String, Object> shown) {
    return ConnectorTrial.run(spec.map(), shown, settings.name(), defaults(), clock.instant());
  }

  private Optional<RemoteCallFailed> failed(ConnectorTrial.Result made) {
    return made.mistake()
        .<Throwable>map(connectorError -> connectorError)
        .or(made::refused)
        .map(this::failed);
  }

  private Map<String, Object> defaults() {
    Map<String, Object> defaults = new HashMap<>();
    defaults.put("system", settings.name());
    defaults.put("customer", QueryVariables.reference(UNNAMED));
    return defaults;
  }

  private SourceAnswer answer(SourceSpec spec, Way way, SourceQuery sourceQuery) {
    List<Inbound> records = new ArrayList<>();
    Set<String> unnamed = new HashSet<>();
    for (Inbound record :
        MappedEvents.events(spec.map(), way.seen, settings.name(), defaults(), clock.instant())) {
      if (record instanceof CustomerFact customerFact && customerFact.customer().equals(UNSAID)) {
        unnamed.add(record.key());
        records.add(
            customerFact.about(new CustomerRef(Optional.of(sourceQuery.id()), Optional.empty())));
      } else {
        records.add(record);
      }
    }
    return new SourceAnswer(records, way.whole, unnamed);
  }

  /** A connector's error is reported to the operator; the card says that the answer makes no sense. */
  private RemoteCallFailed failed(Throwable failure) {
    RemoteCallFailed known = placed(failure);
    known
        .particulars()
        .what()
        .ifPresent(what -> LOG.warn(
            "source {}: its connector makes no sense of an answer: {}", settings.name(), what));
    return known;
  }

  /** A failure after the last step is a failure of the map. */
  private static RemoteCallFailed placed(Throwable failure) {
    return failure instanceof RemoteCallFailed known ? known : found(failure).in(MAP);
  }

  private static RemoteCallFailed found(Throwable failure) {
    if (failure instanceof RemoteCallFailed known) {
      return known;
    }
    if (failure instanceof Rejected refused && refused.reason() == Rejected.Reason.CROWDED) {
      return new RemoteCallFailed(FailureReason.BUSY);
    }
    return new RemoteCallFailed(
        FailureReason.BROKEN,
        failure instanceof ConnectorError wrong
            ? FailureDetails.of(wrong)
            : FailureDetails.of(
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

  private Future<Void> run(RequestStep requestStep, Way way) {
    return system
        .wants(requestStep, way.seen)
        .compose(asks -> asks ? asked(requestStep, way) : Future.succeededFuture(false))
        .onFailure(failure -> way.done(requestStep, true))
        .onSuccess(ran -> way.done(requestStep, ran))
        .recover(failure -> Future.failedFuture(in(requestStep, failure)))
        .mapEmpty();
  }

  private Future<Boolean> asked(RequestStep requestStep, Way way) {
    way.asked = true;
    return pages(
            system.ask(requestStep, way.seen, way.listener()), requestStep, way, new ArrayList<>())
        .map(pages -> {
          way.seen.put(requestStep.name(), requestStep.mostPages() == 1 ? pages.get(0) : pages);
          return true;
        });
  }

  private static RemoteCallFailed in(RequestStep requestStep, Throwable failure) {
    return found(failure).in(requestStep.name());
  }

  private Future<List<Object>> pages(
      Future<Object> asked, RequestStep requestStep, Way way, List<Object> before) {
    return asked.compose(page -> {
      before.add(page);
      return next(requestStep, way, page).compose(next -> {
        boolean enough = before.size() >= requestStep.mostPages();
        way.whole &= !(enough && next.isPresent());
        return enough || next.isEmpty()
            ? Future.succeededFuture(before)
            : pages(
                system.ask(requestStep, next.get(), way.seen, way.listener()),
                requestStep,
                way,
                before);
      });
    });
  }

  private Future<Optional<String>> next(RequestStep requestStep, Way way, Object page) {
    if (requestStep.next().isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    Map<String, Object> with = new HashMap<>(way.seen);
    with.put("page", page);
    return vertx.executeBlocking(
        () -> Optional.ofNullable(requestStep.next().get().evaluate(with, with))
            .map(Object::toString)
            .filter(path -> !path.isEmpty()),
        false);
  }
}
