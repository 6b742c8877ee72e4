package shopbell.webhook;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import shopbell.remote.RemoteSettings;
import shopbell.remote.RemoteSystem;

/** A receiver of signed webhooks after Standard Webhooks: {@code {type, timestamp, data}}. */
public final class WebhookReceiver implements Receiver {
  private final RemoteSystem system;
  private final WebhookSignature webhookSignature;
  private final InstantSource clock;

  /** {@code settings} have a token to sign with; InvalidConfiguration for an invalid one. */
  public WebhookReceiver(RemoteSettings settings, RemoteSystem system, InstantSource clock) {
    this.system = system;
    this.webhookSignature = WebhookSignature.by(settings.token().orElseThrow(), settings.where());
    this.clock = clock;
  }

  @Override
  public Future<Void> take(QueuedDelivery queuedDelivery) {
    Instant now = clock.instant();
    String body = "{\"type\":\"" + queuedDelivery.event() + "\",\"timestamp\":\""
        + queuedDelivery.at() + "\",\"data\":" + queuedDelivery.body() + "}";
    return system.post(
        body,
        Map.of(
            "webhook-id", queuedDelivery.key(),
            "webhook-timestamp", Long.toString(now.getEpochSecond()),
            "webhook-signature", webhookSignature.of(queuedDelivery.key(), now, body)));
  }
}
