package shopbell.webhook;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.connector.ActionSpec;
import shopbell.connector.RequestStep;
import shopbell.json.Json;
import shopbell.remote.RemoteCallFailed;
import shopbell.remote.RemoteCallFailed.FailureReason;
import shopbell.remote.RemoteSystem;

/** A receiver with requests of its own format, as an {@link ActionSpec} describes. */
public final class ConnectorReceiver implements Receiver {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectorReceiver.class);

  private final Supplier<ActionSpec> spec;
  private final String system;
  private final RemoteSystem remote;

  /**
   * {@code system} is the system name on this system's tickets; {@code spec} is read each time, because its file may
   * change.
   */
  public ConnectorReceiver(Supplier<ActionSpec> spec, String system, RemoteSystem remote) {
    this.spec = spec;
    this.system = system;
    this.remote = remote;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Future<Void> take(QueuedDelivery queuedDelivery) {
    Map<String, Object> seen = new HashMap<>(Json.read(queuedDelivery.body(), Map.class));
    seen.values().removeIf(java.util.Objects::isNull);
    seen.put("event", queuedDelivery.event().toString());
    seen.put("system", system);
    Future<Void> done = Future.succeededFuture();
    for (RequestStep requestStep : spec.get().steps()) {
      done = done.compose(before -> run(requestStep, seen));
    }
    return done.recover(this::failed);
  }

  private Future<Void> run(RequestStep requestStep, Map<String, Object> seen) {
    return remote
        .wants(requestStep, seen)
        .compose(wanted -> wanted
            ? remote.ask(requestStep, seen).map(answer -> {
              seen.put(requestStep.name(), answer);
              return null;
            })
            : Future.succeededFuture());
  }

  private Future<Void> failed(Throwable failure) {
    if (failure instanceof RemoteCallFailed call) {
      if (call.reason() == FailureReason.NOTHING_TO_ASK_BY) {
        return Future.succeededFuture();
      }
      call.particulars()
          .what()
          .ifPresent(what -> LOG.warn("an event for {} cannot be converted: {}", system, what));
    }
    return Future.failedFuture(failure);
  }
}
