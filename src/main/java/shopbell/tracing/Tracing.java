package shopbell.tracing;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import shopbell.config.Settings;

/**
 * Traces one arrival through the program, for an OpenTelemetry collector: a span {@code door} from the request to its
 * response, and below it one for each {@link TraceStep}. A span names the door and the interaction, and nothing else.
 * The interaction selects the trace of a step, because a card may be built while another event is processed.
 * Thread-safe.
 */
public final class Tracing {
  private static final AttributeKey<String> DOOR = stringKey("shopbell.door");
  private static final AttributeKey<String> INTERACTION = stringKey("shopbell.interaction");
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Optional<SdkTracerProvider> provider;
  private final Optional<Tracer> tracer;
  private final OpenTraces openTraces = new OpenTraces();

  private Tracing(Optional<SdkTracerProvider> provider) {
    this.provider = provider;
    this.tracer = provider.map(p -> p.get("shopbell"));
  }

  /** Does nothing unless {@code tracing.endpoint} names a collector; InvalidConfiguration for an invalid one. */
  public static Tracing of(Settings settings) {
    TraceExportSettings traceExportSettings = TraceExportSettings.of(settings);
    return new Tracing(
        traceExportSettings.url().map(url -> provider(url, traceExportSettings.ratio())));
  }

  private static SdkTracerProvider provider(String url, double ratio) {
    OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
        .setEndpoint(url)
        .setTimeout(PATIENCE)
        .setRetryPolicy(null)
        .build();
    return SdkTracerProvider.builder()
        .setResource(Resource.getDefault()
            .merge(Resource.create(Attributes.of(stringKey("service.name"), "shopbell"))))
        .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(ratio)))
        .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
        .build();
  }

  /** Traces one event of {@code interaction}; {@code work} ends when its sender gets the response. */
  public <T> Future<T> arrival(
      String door, UUID interaction, Instant receivedAt, Supplier<Future<T>> work) {
    if (tracer.isEmpty()) {
      return work.get();
    }
    Span span = tracer
        .get()
        .spanBuilder("door")
        .setNoParent()
        .setStartTimestamp(receivedAt)
        .setAttribute(DOOR, door)
        .setAttribute(INTERACTION, interaction.toString())
        .startSpan();
    openTraces.put(interaction, Context.root().with(span));
    return work.get().onComplete(done -> end(span, done.cause()));
  }

  /** The arrival of {@code interaction} belongs to {@code newest}, for which the sender has reused its id. */
  public void moved(UUID interaction, UUID newest) {
    openTraces.find(interaction).ifPresent(arrival -> {
      openTraces.put(newest, arrival);
      openTraces.remove(interaction, arrival);
    });
  }

  /** Traces asynchronous work for the last arrival of {@code interaction}. */
  public <T> Future<T> during(TraceStep traceStep, UUID interaction, Supplier<Future<T>> work) {
    Optional<Span> span = begin(traceStep, interaction);
    return span.isEmpty()
        ? work.get()
        : work.get().onComplete(done -> end(span.get(), done.cause()));
  }

  /** Traces synchronous work. */
  public <T> T at(TraceStep traceStep, UUID interaction, Supplier<T> work) {
    Optional<Span> span = begin(traceStep, interaction);
    try {
      return work.get();
    } finally {
      span.ifPresent(Span::end);
    }
  }

  /** Ends the arrival after {@code work}: later work for this interaction is not part of it. */
  public void last(UUID interaction, Runnable work) {
    Optional<Context> arrival = tracer.flatMap(t -> openTraces.find(interaction));
    work.run();
    arrival.ifPresent(context -> openTraces.remove(interaction, context));
  }

  /** Sends remaining spans; completes within two seconds, also when the collector is unavailable. */
  public Future<Void> close() {
    if (provider.isEmpty()) {
      return Future.succeededFuture();
    }
    Promise<Void> sent = Promise.promise();
    provider.get().shutdown().whenComplete(sent::complete);
    return sent.future().timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).otherwiseEmpty();
  }

  private Optional<Span> begin(TraceStep traceStep, UUID interaction) {
    return tracer.flatMap(t -> openTraces
        .find(interaction)
        .map(arrival -> t.spanBuilder(traceStep.toString())
            .setParent(arrival)
            .setAttribute(INTERACTION, interaction.toString())
            .startSpan()));
  }

  /** Records the failure's class, never its message, which may be personal. */
  private static void end(Span span, Throwable failure) {
    if (failure != null) {
      span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
    }
    span.end();
  }
}
