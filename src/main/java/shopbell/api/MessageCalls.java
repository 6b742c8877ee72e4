package shopbell.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import shopbell.model.Agent;
import shopbell.model.Interaction;
import shopbell.model.Rejected;
import shopbell.security.Caller;
import shopbell.security.Glance;

/** The whole of a chat, of which a card has the newest messages only. */
public final class MessageCalls {
  private final Notebook notebook;
  private final Corridor corridor;
  private final LookLog seen;
  private final InstantSource clock;

  public MessageCalls(Notebook notebook, Corridor corridor, LookLog seen, InstantSource clock) {
    this.notebook = notebook;
    this.corridor = corridor;
    this.seen = seen;
    this.clock = clock;
  }

  /** Behind the gate. */
  public void mount(Router api) {
    api.get("/interactions/:id/messages").handler(this::messages);
  }

  private void messages(RoutingContext ctx) {
    Agent agent = Caller.of(ctx).person();
    UUID id = Asked.id(ctx);
    notebook.read(id, clock.instant()).onFailure(ctx::fail).onSuccess(course -> {
      if (corridor.concerns(agent, course)) {
        seen.saw(ctx, Glance.Why.OPENED, corridor.customer(id));
        Answers.json(ctx, 200, page(course.interaction().messages()));
      } else {
        ctx.fail(new Rejected(Rejected.Reason.FORBIDDEN, "This interaction is not on your desk."));
      }
    });
  }

  /** No chat has more than one page. */
  private static Map<String, Object> page(List<Interaction.Message> messages) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", messages);
    page.put("next", null);
    return page;
  }
}
