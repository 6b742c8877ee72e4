package shopbell.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.config.InvalidConfiguration;
import shopbell.connector.ActionSpec;
import shopbell.connector.Authentication;
import shopbell.connector.Connector;
import shopbell.connector.Connectors;
import shopbell.json.Json;
import shopbell.metrics.Meters;
import shopbell.remote.RemoteSystem;

/** All configured receivers, with a delivery worker for each. */
public final class WebhookDispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookDispatcher.class);
  private static final int CONNECTIONS = 8;
  private static final Duration KEPT = Duration.ofDays(30);

  private final Vertx vertx;
  private final DeliveryQueue deliveryQueue;
  private final InstantSource clock;
  private final Runnable changed;
  private final Map<String, Set<EventType>> wanted = new TreeMap<>();
  private final Map<String, DeliveryWorker> couriers = new TreeMap<>();

  /** Its dependencies; {@code changed} is run whenever the queue has changed. */
  public record WebhookParts(
      Vertx vertx, Connectors connectors, DeliveryQueue queue, Runnable changed) {}

  /** Throws {@link InvalidConfiguration} for an invalid receiver. */
  public WebhookDispatcher(
      WebhookParts webhookParts,
      Map<String, DeliverySettings> settings,
      Meters meters,
      InstantSource clock) {
    this.vertx = webhookParts.vertx();
    this.deliveryQueue = webhookParts.queue();
    this.changed = webhookParts.changed();
    this.clock = clock;
    settings.forEach((name, delivery) -> {
      Receiver receiver = receiver(name, delivery, webhookParts.connectors());
      couriers.put(name, new DeliveryWorker(name, receiver, webhookParts, meters, clock));
    });
  }

  private Receiver receiver(String name, DeliverySettings settings, Connectors connectors) {
    if (settings.webhook()) {
      wanted.put(name, settings.events());
      return webhook(settings);
    }
    String where = settings.remote().where();
    Supplier<ActionSpec> spec = action(where, connectors.get(where + ".kind", settings.kind()));
    wanted.put(name, DeliverySettings.events(where, spec.get().events()));
    return action(settings, spec);
  }

  /** The names of the configured receivers, in order. */
  public Set<String> receivers() {
    return couriers.keySet();
  }

  /** Starts delivering, beginning with what waits since the last run. */
  public Future<Void> open(Duration every) {
    return deliveryQueue.subscribe(wanted).onSuccess(subscribed -> {
      if (!couriers.isEmpty()) {
        vertx.setPeriodic(
            every.toMillis(), tick -> couriers.values().forEach(DeliveryWorker::round));
      }
    });
  }

  /**
   * To be called every minute: queues promises that have become due, and deletes deliveries undelivered for 30 days.
   */
  public void sweep() {
    Instant now = clock.instant();
    deliveryQueue
        .promises(now)
        .compose(told -> deliveryQueue.prune(now.minus(KEPT)))
        .onSuccess(pruned -> changed.run())
        .onFailure(away -> LOG.debug("events for due promises are queued later"));
  }

  /** Queues an event for these agents, whose browsers have just stopped painting. */
  public void notLooking(List<String> agents) {
    for (String agent : agents) {
      String body = Json.write(Map.of("agent", agent));
      deliveryQueue
          .tell(EventType.AGENT_NOT_LOOKING, agent, body, clock.instant())
          .onFailure(away -> LOG.debug("the event about a browser that does not paint is lost"));
    }
  }

  private Receiver webhook(DeliverySettings settings) {
    Authentication none = new Authentication(
        Authentication.AuthenticationKind.NONE, Optional.empty(), Optional.empty());
    return new WebhookReceiver(
        settings.remote(),
        new RemoteSystem(settings.remote(), none, CONNECTIONS, vertx, clock),
        clock);
  }

  private Receiver action(DeliverySettings settings, Supplier<ActionSpec> spec) {
    RemoteSystem remote =
        new RemoteSystem(settings.remote(), spec.get().authentication(), CONNECTIONS, vertx, clock);
    return new ConnectorReceiver(spec, settings.system(), remote);
  }

  private static Supplier<ActionSpec> action(String where, Supplier<Connector> connector) {
    if (connector.get().action().isEmpty()) {
      throw new InvalidConfiguration(
          where + ".kind: " + connector.get().name() + " has no action; webhook has");
    }
    return () -> connector.get().action().orElseThrow();
  }
}
