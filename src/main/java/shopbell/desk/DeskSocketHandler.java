package shopbell.desk;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.json.JsonFields;
import shopbell.json.StrictJson;
import shopbell.model.Agent;
import shopbell.model.Rejected;
import shopbell.model.Unavailable;
import shopbell.security.AuthenticationHandler;
import shopbell.security.Session;

/**
 * The upgrade at {@code /ws/desk}: authenticated before it; afterwards the server pushes, and the browser only sends
 * painted, watch and pong.
 */
public final class DeskSocketHandler implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(DeskSocketHandler.class);

  private static final String PONG = "{\"type\":\"pong\"}";
  private static final int UPGRADE_REQUIRED = 426;

  private static final int LONGEST_TYPE = 20;

  /** What a socket is about: cards, topics, and interactions that were missed. */
  public record SocketParts(Desk desk, WatchedTopics topics, MissedInteractions missed) {}

  private final AuthenticationHandler authenticationHandler;
  private final Desk desk;
  private final WatchedTopics watchedTopics;
  private final MissedInteractions missedInteractions;
  private final InstantSource clock;
  private final Heartbeat heartbeat;

  /** For one event loop; each browser is pinged at the interval {@code every}. */
  public DeskSocketHandler(
      AuthenticationHandler authenticationHandler,
      SocketParts socketParts,
      InstantSource clock,
      Duration every) {
    this.authenticationHandler = authenticationHandler;
    this.desk = socketParts.desk();
    this.watchedTopics = socketParts.topics();
    this.missedInteractions = socketParts.missed();
    this.clock = clock;
    this.heartbeat = new Heartbeat(authenticationHandler, every);
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (!ctx.request().canUpgradeToWebSocket()) {
      ctx.response().putHeader("Upgrade", "websocket");
      ctx.fail(UPGRADE_REQUIRED);
      return;
    }
    ctx.request().pause();
    authenticationHandler
        .socket(ctx.request())
        .onFailure(refused -> {
          ctx.request().resume();
          ctx.fail(refused);
        })
        .onSuccess(guest -> {
          ctx.request().resume();
          ctx.request()
              .toWebSocket()
              .onFailure(ctx::fail)
              .onSuccess(socket -> opened(guest, apart(ctx), socket, ctx.vertx()));
        });
  }

  /** Whether the browser supports frames with messages alone. */
  private static boolean apart(RoutingContext ctx) {
    return "apart".equals(ctx.request().getParam("messages"));
  }

  private void opened(Session guest, boolean apart, ServerWebSocket socket, Vertx vertx) {
    Agent agent = guest.agent();
    Context context = vertx.getOrCreateContext();
    DeskSocket tab = new DeskSocket(guest.hash(), apart, socket, context, clock.instant());
    // a browser that reads nothing does not read our close frame either: the agent is removed
    // without waiting for the
    // TCP timeout
    Runnable leave = heartbeat.join(tab, vertx, () -> gone(agent, tab));
    socket.textMessageHandler(text -> heard(agent, tab, text));
    socket.exceptionHandler(
        broken -> LOG.debug("socket broke: {}", broken.getClass().getSimpleName()));
    socket.closeHandler(closed -> {
      leave.run();
      gone(agent, tab);
    });
    desk.arrives(agent, tab)
        .onComplete(built -> context.runOnContext(turn ->
            desk.welcome(agent, tab).ifPresent(frame -> welcomed(agent, tab, frame, context))));
  }

  private void welcomed(Agent agent, DeskSocket tab, String welcome, Context context) {
    tab.welcome(welcome);
    missedInteractions
        .missedBy(agent.name(), clock.instant())
        .onFailure(this::notKept)
        .onSuccess(missed -> {
          if (!missed.isEmpty()) {
            context.runOnContext(turn -> tab.say(DeskMessages.missed(missed)));
          }
        });
  }

  private void gone(Agent agent, DeskSocket tab) {
    tab.forget();
    watchedTopics.left(tab);
    if (desk.left(agent, tab)) {
      missedInteractions.left(agent.name(), tab.there(clock.instant())).onFailure(this::notKept);
    }
  }

  /** Logs the failure once: thousands of sockets may open and close while the store is unavailable. */
  private void notKept(Throwable failure) {
    if (failure instanceof Unavailable) {
      LOG.debug("absences are not stored while the store is unavailable");
    } else {
      LOG.warn("absences are not stored: {}", failure.getClass().getSimpleName());
    }
  }

  private void heard(Agent agent, DeskSocket tab, String text) {
    tab.answered(clock.instant());
    if (text.equals(PONG)) {
      return;
    }
    try {
      heard(agent, tab, JsonFields.of(StrictJson.read(text), ""));
    } catch (Rejected rejected) {
      LOG.debug("a browser sent a message that makes no sense, or that it may not send");
      tab.refuse(rejected);
    }
  }

  private void heard(Agent agent, DeskSocket tab, JsonFields message) {
    switch (message.text("type", LONGEST_TYPE)) {
      case "painted" ->
        desk.painted(
            agent, message.uuid("interaction"), message.integer("version").orElse(0));
      case "watch" -> watchedTopics.watch(tab, WatchedTopics.wanted(message, agent.role()));
      case "pong" -> LOG.trace("an answer to a ping, written in another way");
      default -> throw Rejected.field("/type", "is painted, watch or pong");
    }
  }
}
