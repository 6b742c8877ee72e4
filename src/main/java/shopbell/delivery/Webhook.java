package shopbell.delivery;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import shopbell.config.BadSettings;
import shopbell.remote.RemoteSettings;
import shopbell.remote.RemoteSystem;

/** A receiver of signed webhooks after Standard Webhooks: {@code {type, timestamp, data}}. */
public final class Webhook implements Receiver {
  private final RemoteSystem system;
  private final Signature signature;
  private final InstantSource clock;

  /** BadSettings when there is no proper secret to sign with. */
  public Webhook(RemoteSettings settings, RemoteSystem system, InstantSource clock) {
    this.system = system;
    this.signature = Signature.by(
        settings
            .token()
            .orElseThrow(() -> BadSettings.missing(
                settings.where() + ".secret", "the receiver knows by it that a message is ours")),
        settings.where());
    this.clock = clock;
  }

  @Override
  public Future<Void> take(Parcel parcel) {
    Instant now = clock.instant();
    String body = "{\"type\":\"" + parcel.event() + "\",\"timestamp\":\"" + parcel.at()
        + "\",\"data\":" + parcel.body() + "}";
    return system.post(
        body,
        Map.of(
            "webhook-id", parcel.key(),
            "webhook-timestamp", Long.toString(now.getEpochSecond()),
            "webhook-signature", signature.of(parcel.key(), now, body)));
  }
}
