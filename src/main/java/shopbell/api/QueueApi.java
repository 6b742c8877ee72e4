package shopbell.api;

import io.vertx.ext.web.Router;
import shopbell.http.JsonResponses;
import shopbell.interaction.QueueRulesLookup;

/** What an agent must know to wrap up a contact of a queue. */
public final class QueueApi {
  private final QueueRulesLookup queueRulesLookup;

  public QueueApi(QueueRulesLookup queueRulesLookup) {
    this.queueRulesLookup = queueRulesLookup;
  }

  /** Behind the gate. */
  public void mount(Router api) {
    api.get("/queues/:name")
        .handler(ctx -> JsonResponses.json(ctx, 200, queueRulesLookup.of(ctx.pathParam("name"))));
  }
}
