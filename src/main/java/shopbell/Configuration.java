package shopbell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import shopbell.config.Settings;
import shopbell.connector.Connectors;
import shopbell.ingress.Door;
import shopbell.ingress.RequestLog;
import shopbell.sources.ConfiguredSources;
import shopbell.tracing.Tracing;

/** What the operator has written, and what follows from it before anything runs. */
public record Configuration(
    Settings settings,
    Connectors connectors,
    ConfiguredSources sources,
    Map<String, Door> doors,
    RequestLog deliveries,
    Tracing tracing) {
  /** BadSettings for what cannot be right, with the key or with file, line and column. */
  static Configuration of(Settings settings) {
    Connectors connectors = Connectors.in(Path.of(settings.text("connectors.folder")));
    return new Configuration(
        settings,
        connectors,
        ConfiguredSources.of(settings, connectors::get),
        IngressAdapters.doors(settings, connectors),
        new RequestLog(settings.minutesOrNone("ingress.keepPayloadsMinutes")),
        Tracing.of(settings));
  }

  /** Changed files are taken up, old payloads forgotten; on a worker. */
  Void refresh(Instant now) {
    connectors.reload();
    deliveries.forget(now);
    return null;
  }
}
