package shopbell.api;

import io.vertx.ext.web.Router;
import shopbell.http.JsonResponses;
import shopbell.interaction.QueueRulesLookup;

/** Calls to read the rules for wrapping up an interaction of a queue. */
public final class QueueApi {
  private final QueueRulesLookup queueRulesLookup;

  public QueueApi(QueueRulesLookup queueRulesLookup) {
    this.queueRulesLookup = queueRulesLookup;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.get("/queues/:name")
        .handler(ctx -> JsonResponses.json(ctx, 200, queueRulesLookup.of(ctx.pathParam("name"))));
  }
}
