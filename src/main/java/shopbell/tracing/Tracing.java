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
 * The way of one arrival through the rooms, told to an OpenTelemetry collector: a span {@code door} from the request to its
 * answer, and below it one for each {@link TraceStep}. A span says which door and which interaction, and nothing else. Whose trace
 * a room belongs to goes by the interaction, since a card may be built in the turn of another event. Thread-safe.
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

  /** Does nothing unless {@code tracing.endpoint} names a collector; BadSettings for what cannot be one. */
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

  /** One event of {@code interaction} comes in; {@code work} ends when its sender is answered. */
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

  /** What came in for {@code interaction} belongs to {@code newest}, for which the sender has used the same id again. */
  public void moved(UUID interaction, UUID newest) {
    openTraces.find(interaction).ifPresent(arrival -> {
      openTraces.put(newest, arrival);
      openTraces.remove(interaction, arrival);
    });
  }

  /** Asynchronous work of a room for the arrival that {@code interaction} was last in the news with. */
  public <T> Future<T> during(TraceStep traceStep, UUID interaction, Supplier<Future<T>> work) {
    Optional<Span> span = begin(traceStep, interaction);
    return span.isEmpty()
        ? work.get()
        : work.get().onComplete(done -> end(span.get(), done.cause()));
  }

  /** The same for what is done at once. */
  public <T> T at(TraceStep traceStep, UUID interaction, Supplier<T> work) {
    Optional<Span> span = begin(traceStep, interaction);
    try {
      return work.get();
    } finally {
      span.ifPresent(Span::end);
    }
  }

  /** The card goes to the desk: what is done for this interaction later is not the arrival's any more. */
  public void push(UUID interaction, Runnable work) {
    Optional<Context> arrival = tracer.flatMap(t -> openTraces.find(interaction));
    at(TraceStep.PUSH, interaction, () -> {
      work.run();
      return interaction;
    });
    arrival.ifPresent(context -> openTraces.remove(interaction, context));
  }

  /** Sends what is left; completes within two seconds, also when the collector is away. */
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

  /** What failed, never what was said about it: that may name somebody. */
  private static void end(Span span, Throwable failure) {
    if (failure != null) {
      span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
    }
    span.end();
  }
}
