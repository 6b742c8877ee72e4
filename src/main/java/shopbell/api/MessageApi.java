package shopbell.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import shopbell.http.JsonResponses;
import shopbell.http.RequestParameters;
import shopbell.interaction.AgentActions;
import shopbell.interaction.InteractionNotes;
import shopbell.model.Agent;
import shopbell.model.Rejected;
import shopbell.model.interaction.Interaction;
import shopbell.security.AccessEntry;
import shopbell.security.Principal;

/** Calls to read all messages of a chat, of which a card has the newest only. */
public final class MessageApi {
  private final InteractionNotes interactionNotes;
  private final AgentActions agentActions;
  private final AccessLogger seen;
  private final InstantSource clock;

  public MessageApi(
      InteractionNotes interactionNotes,
      AgentActions agentActions,
      AccessLogger seen,
      InstantSource clock) {
    this.interactionNotes = interactionNotes;
    this.agentActions = agentActions;
    this.seen = seen;
    this.clock = clock;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.get("/interactions/:id/messages").handler(this::messages);
  }

  private void messages(RoutingContext ctx) {
    Agent agent = Principal.of(ctx).person();
    UUID id = RequestParameters.id(ctx);
    interactionNotes.read(id, clock.instant()).onFailure(ctx::fail).onSuccess(tracked -> {
      if (agentActions.concerns(agent, tracked)) {
        seen.saw(ctx, AccessEntry.Why.OPENED, agentActions.customer(id));
        JsonResponses.json(ctx, 200, page(tracked.interaction().messages()));
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
