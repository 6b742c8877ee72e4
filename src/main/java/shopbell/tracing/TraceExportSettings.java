package shopbell.tracing;

import java.net.URI;
import java.util.Optional;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;

/** The address for spans, and the share of arrivals that is traced. */
record TraceExportSettings(Optional<String> url, double ratio) {
  static TraceExportSettings of(Settings settings) {
    String endpoint = settings.text("tracing.endpoint");
    String ratio = settings.text("tracing.ratio");
    return new TraceExportSettings(
        endpoint.isBlank() ? Optional.empty() : Optional.of(checked(endpoint)),
        ratio.equals("1") ? 1 : settings.fraction("tracing.ratio"));
  }

  private static String checked(String endpoint) {
    try {
      URI uri = URI.create(endpoint);
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
        return endpoint;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // reported below
    }
    throw new InvalidConfiguration(
        "tracing.endpoint is an address such as http://127.0.0.1:4318/v1/traces");
  }
}
