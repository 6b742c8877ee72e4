package shopbell;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import shopbell.api.MergePermission;
import shopbell.config.HttpAddress;
import shopbell.config.ListenAddress;
import shopbell.config.Settings;
import shopbell.connector.Connectors;
import shopbell.customer.OrderStatusSettings;
import shopbell.http.FrameAncestors;
import shopbell.i18n.Words;
import shopbell.identity.IdentitySettings;
import shopbell.ingress.Door;
import shopbell.ingress.RequestLog;
import shopbell.interaction.ConfiguredQueues;
import shopbell.interaction.QueueRulesLookup;
import shopbell.journey.JourneySettings;
import shopbell.nextaction.NextActionSettings;
import shopbell.security.AllowedHosts;
import shopbell.security.ClientAddress;
import shopbell.security.SessionRules;
import shopbell.sources.ConfiguredSources;
import shopbell.store.DatabaseSettings;
import shopbell.tracing.Tracing;
import shopbell.training.TrainingSettings;
import shopbell.webhook.DeliverySettings;

/** The settings of every feature, each checked before anything runs. */
public record Configuration(
    Ports ports,
    SessionRules sessions,
    MergePermission merging,
    DatabaseSettings database,
    Locale locale,
    Words words,
    Currency currency,
    IdentitySettings identity,
    JourneySettings journey,
    TrainingSettings training,
    NextActionSettings decisions,
    List<OrderStatusSettings.ConfiguredStatus> orderStatuses,
    QueueRulesLookup queues,
    Connectors connectors,
    ConfiguredSources sources,
    Map<String, DeliverySettings> deliveries,
    Map<String, Door> doors,
    RequestLog requests,
    Tracing tracing) {
  /** Where the program listens, and who may reach it there. */
  public record Ports(
      HttpAddress agents,
      ListenAddress management,
      AllowedHosts agentHosts,
      AllowedHosts managementHosts,
      ClientAddress clients,
      FrameAncestors frameAncestors) {
    private static Ports of(Settings settings) {
      HttpAddress agents = HttpAddress.of(settings);
      ListenAddress management = ListenAddress.of(settings, "management");
      return new Ports(
          agents,
          management,
          AllowedHosts.of(settings, agents.listen()),
          AllowedHosts.of(settings, management),
          ClientAddress.of(settings),
          FrameAncestors.of(settings));
    }
  }

  /** InvalidConfiguration for what cannot be right, with the key or with file, line and column. */
  public static Configuration of(Settings settings) {
    Words words = new Words(settings.locale(), ZoneId.systemDefault());
    Connectors connectors = Connectors.of(settings);
    return new Configuration(
        Ports.of(settings),
        SessionRules.of(settings),
        MergePermission.of(settings),
        DatabaseSettings.of(settings),
        settings.locale(),
        words,
        settings.currency(),
        IdentitySettings.of(settings),
        JourneySettings.of(settings),
        TrainingSettings.of(settings),
        NextActionSettings.of(settings),
        OrderStatusSettings.of(settings),
        new ConfiguredQueues(settings, words),
        connectors,
        ConfiguredSources.of(settings, connectors::get),
        DeliverySettings.all(settings),
        IngressAdapters.doors(settings, connectors),
        RequestLog.of(settings),
        Tracing.of(settings));
  }

  /** Changed files are taken up, old payloads forgotten; on a worker. */
  Void refresh(Instant now) {
    connectors.reload();
    requests.forget(now);
    return null;
  }
}
