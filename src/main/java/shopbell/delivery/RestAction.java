package shopbell.delivery;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.mapping.ActionSpec;
import shopbell.mapping.Step;
import shopbell.remote.CallFailed;
import shopbell.remote.CallFailed.Reason;
import shopbell.remote.RemoteSystem;
import shopbell.wire.Json;

/** A receiver that is told by requests of its own kind, as an {@link ActionSpec} says. */
public final class RestAction implements Receiver {
  private static final Logger LOG = LoggerFactory.getLogger(RestAction.class);

  private final Supplier<ActionSpec> spec;
  private final String system;
  private final RemoteSystem remote;

  /** {@code system} is how this system's tickets are marked; {@code spec} is asked each time, for its file may change. */
  public RestAction(Supplier<ActionSpec> spec, String system, RemoteSystem remote) {
    this.spec = spec;
    this.system = system;
    this.remote = remote;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Future<Void> take(Parcel parcel) {
    Map<String, Object> seen = new HashMap<>(Json.read(parcel.body(), Map.class));
    seen.values().removeIf(java.util.Objects::isNull);
    seen.put("event", parcel.event().toString());
    seen.put("system", system);
    Future<Void> done = Future.succeededFuture();
    for (Step step : spec.get().steps()) {
      done = done.compose(before -> run(step, seen));
    }
    return done.recover(this::failed);
  }

  private Future<Void> run(Step step, Map<String, Object> seen) {
    return remote
        .wants(step, seen)
        .compose(wanted -> wanted
            ? remote.ask(step, seen).map(answer -> {
              seen.put(step.name(), answer);
              return null;
            })
            : Future.succeededFuture());
  }

  private Future<Void> failed(Throwable failure) {
    if (failure instanceof CallFailed call) {
      if (call.reason() == Reason.NOTHING_TO_ASK_BY) {
        return Future.succeededFuture();
      }
      call.particulars()
          .what()
          .ifPresent(what -> LOG.warn("what {} is told cannot be written: {}", system, what));
    }
    return Future.failedFuture(failure);
  }
}
