package shopbell.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Set;

/** The registry of all meters, ours and those of the libraries; every name begins with {@code shopbell}. */
public final class Registry {
  private static final String OURS = "shopbell.";

  /** The methods of RFC 9110 and PATCH; any other word is the sender's invention and must not become a time series. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE");

  private Registry() {}

  /** A new one. */
  public static PrometheusMeterRegistry open() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.config().meterFilter(new MeterFilter() {
      @Override
      public Meter.Id map(Meter.Id id) {
        return id.getName().startsWith(OURS)
            ? id
            : id.withName(OURS + id.getName().replaceFirst("^vertx[._]", ""));
      }
    });
    registry
        .config()
        .meterFilter(MeterFilter.replaceTagValues(
            "method", method -> METHODS.contains(method) ? method : "OTHER"));
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    return registry;
  }
}
