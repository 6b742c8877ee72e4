package shopbell.api;

import io.vertx.ext.web.Router;

/** What an agent must know to wrap up a contact of a queue. */
public final class QueueCalls {
  private final Queues queues;

  public QueueCalls(Queues queues) {
    this.queues = queues;
  }

  /** Behind the gate. */
  public void mount(Router api) {
    api.get("/queues/:name")
        .handler(ctx -> Answers.json(ctx, 200, queues.of(ctx.pathParam("name"))));
  }
}
