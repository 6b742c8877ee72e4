package shopbell;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import shopbell.api.admin.WebhookApi;
import shopbell.events.Topic;
import shopbell.scheduling.Intervals;
import shopbell.scheduling.PeriodicTask;
import shopbell.store.webhook.PgDeadLetters;
import shopbell.store.webhook.PgDeliveries;
import shopbell.webhook.WebhookDispatcher;

/** Other systems told of what happens here. */
record WebhookModule(Foundation base, WebhookDispatcher dispatcher) implements Module {
  static WebhookModule of(Foundation base) {
    return new WebhookModule(
        base,
        new WebhookDispatcher(
            new WebhookDispatcher.WebhookParts(
                base.vertx(),
                base.configuration().connectors(),
                new PgDeliveries(base.database()),
                base.changed(Topic.DELIVERIES)),
            base.configuration().deliveries(),
            base.meters(),
            base.clock()));
  }

  /** Completes when what waits since the last run is on its way. */
  Future<Void> open(Intervals intervals) {
    return dispatcher.open(intervals.courier());
  }

  @Override
  public void mount(Router api) {
    new WebhookApi(new PgDeadLetters(base.database()), base.changed(Topic.DELIVERIES)).mount(api);
  }

  @Override
  public List<PeriodicTask> tasks(Intervals intervals) {
    return List.of(PeriodicTask.onLeader(intervals.sweep(), dispatcher::sweep));
  }
}
