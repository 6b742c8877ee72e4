package shopbell.sources;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;
import shopbell.connector.Connector;
import shopbell.connector.SourceSpec;
import shopbell.metrics.Meters;
import shopbell.remote.RemoteCallFailed;
import shopbell.remote.RemoteSettings;

/** The systems to query about a customer, from the configuration under {@code sources}. */
public final class ConfiguredSources {
  /** The kind of a source whose connector is named by a separate key. */
  private static final String REST = "rest";

  private record Configured(
      RemoteSettings settings,
      ConfiguredSource named,
      Supplier<SourceSpec> spec,
      SourceLimits patience) {}

  /** A source's kind as configured, and the connector it stands for. */
  record ConfiguredSource(String kind, String connector) {}

  private final List<Configured> all;

  private ConfiguredSources(List<Configured> all) {
    this.all = all;
  }

  /**
   * {@code connectors} finds a connector by the key that names it and its name.
   *
   * @throws InvalidConfiguration that names the wrong or missing key
   */
  public static ConfiguredSources of(
      Settings settings, BiFunction<String, String, Supplier<Connector>> connectors) {
    return new ConfiguredSources(settings.named("sources").entrySet().stream()
        .map(entry -> configured(entry.getKey(), entry.getValue(), connectors))
        .toList());
  }

  private static Configured configured(
      String name,
      Map<String, String> keys,
      BiFunction<String, String, Supplier<Connector>> connectors) {
    String where = "sources." + name;
    SourceLimits sourceLimits = SourceLimits.of(where, keys);
    RemoteSettings settings =
        RemoteSettings.of("sources", name, keys).within(sourceLimits.timeout());
    String kind = Optional.ofNullable(keys.get("kind"))
        .orElseThrow(() -> new InvalidConfiguration(where + ".kind is missing"));
    boolean own = kind.equals(REST);
    String key = where + (own ? ".connector" : ".kind");
    ConfiguredSource configuredSource =
        new ConfiguredSource(kind, own ? keys.getOrDefault("connector", name) : kind);
    Supplier<Connector> connector = connectors.apply(key, configuredSource.connector());
    if (connector.get().source().isEmpty()) {
      throw new InvalidConfiguration(
          key + ": " + connector.get().name() + " is no source, only a door");
    }
    return new Configured(
        settings, configuredSource, () -> connector.get().source().orElseThrow(), sourceLimits);
  }

  /** Sorted by name; InvalidConfiguration when an address or a secret is missing. */
  public List<NamedSource> sources(Vertx vertx, InstantSource clock) {
    return all.stream()
        .map(one -> new NamedSource(
            one.settings().name(),
            new RestSource(one.settings(), one.spec(), one.patience().connections(), vertx, clock),
            one.patience()))
        .toList();
  }

  /** The kind and connector of the source {@code name}. */
  ConfiguredSource named(String name) {
    return all.stream()
        .filter(one -> one.settings().name().equals(name))
        .map(Configured::named)
        .findFirst()
        .orElseThrow();
  }

  /** The result of querying one source about an invented customer. */
  public record SourceCheck(String name, Optional<RemoteCallFailed> failed, Duration took) {}

  /** Queries each source once, in parallel; does not fail. */
  public Future<List<SourceCheck>> tried(Vertx vertx, InstantSource clock) {
    List<Future<SourceCheck>> all =
        sources(vertx, clock).stream().map(source -> tried(source, clock)).toList();
    return Future.join(all).map(done -> all.stream().map(Future::result).toList());
  }

  private static Future<SourceCheck> tried(NamedSource source, InstantSource clock) {
    Instant began = clock.instant();
    return source
        .source()
        .tried(SourceQuery.NOBODY, UnaryOperator.identity())
        .map(sourceTrial -> new SourceCheck(
            source.name(), sourceTrial.failed(), Duration.between(began, clock.instant())));
  }

  /** A client for each configured source, in the order of the configuration. */
  public List<SourceClient> clients(
      Vertx vertx, Meters meters, Runnable healthChanged, InstantSource clock) {
    return sources(vertx, clock).stream()
        .map(source -> new SourceClient(source, vertx, meters, healthChanged, clock))
        .toList();
  }
}
