package shopbell.ingress;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Rejected;

/**
 * {@code POST /in/NAME[/KEY]}, and GET where the operator allows it: checks the head, admits, reads the body, passes
 * the events on, and responds once all are stored.
 */
public final class ReceiveEventHandler implements Handler<RoutingContext> {
  private final Map<String, Door> doors;
  private final DoorKeyCheck keys;
  private final EventReceiver eventReceiver;
  private final ServerAddress address;
  private final InstantSource clock;

  public ReceiveEventHandler(
      Map<String, Door> doors,
      DoorKeyCheck keys,
      EventReceiver eventReceiver,
      ServerAddress address,
      InstantSource clock) {
    this.address = address;
    this.doors = Map.copyOf(doors);
    this.keys = keys;
    this.eventReceiver = eventReceiver;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext ctx) {
    Door door = doors.get(ctx.pathParam("name"));
    if (door == null) {
      ctx.fail(new Rejected(Rejected.Reason.NOT_FOUND, "There is no door of that name."));
      return;
    }
    if (eventReceiver.full(door)) {
      ctx.fail(eventReceiver.crowded(door));
      return;
    }
    DoorRequest head = request(door, ctx.request());
    RawBody body = eventReceiver.body(door, ctx.request(), door.adapter().largest(head));
    admit(door, ctx, head)
        .compose(in -> body.whole())
        .onFailure(failure -> eventReceiver.turnedAway(door, head, failure))
        .compose(whole -> eventReceiver.enter(
            door, new DoorRequest(head.url(), head.headers(), whole, head.receivedAt())))
        .onComplete(done -> body.close())
        .onSuccess(doorReply -> answer(ctx.response(), doorReply, Buffer.buffer(doorReply.body())))
        .onFailure(ctx::fail);
  }

  /**
   * A GET whose parameters are the event; its key may be the parameter {@code key}, which is never part of the event.
   */
  void query(Door door, RoutingContext ctx) {
    if (HttpMethod.HEAD.equals(ctx.request().method())) {
      ctx.response().setStatusCode(204).end();
      return;
    }
    if (eventReceiver.full(door)) {
      ctx.fail(eventReceiver.crowded(door));
      return;
    }
    DoorRequest sent = request(door, ctx.request());
    GetReply answer = door.access().get().orElseThrow();
    admit(door, ctx, sent)
        .onFailure(failure -> eventReceiver.turnedAway(door, sent, failure))
        .compose(in -> {
          DoorRequest form = QueryForm.signed(sent);
          return door.adapter().signed()
              ? eventReceiver.enter(door, form, QueryForm.read(sent))
              : eventReceiver.enter(door, QueryForm.read(sent));
        })
        .onSuccess(
            doorReply -> answer(ctx.response(), answer.reply(doorReply), answer.body(doorReply)))
        .onFailure(ctx::fail);
  }

  private Future<Void> admit(Door door, RoutingContext ctx, DoorRequest head) {
    if (!door.adapter().signed()) {
      Optional<String> inAddress = Optional.ofNullable(ctx.pathParam("key"))
          .or(() -> door.access().get().flatMap(get -> QueryForm.key(ctx.request())));
      return keys.admit(door.settings(), ctx.request(), inAddress);
    }
    return Future.<Void>succeededFuture().map(go -> {
      door.adapter().verifyHead(head);
      return null;
    });
  }

  /** Without its body, and with the address its sender uses. */
  DoorRequest request(Door door, HttpServerRequest request) {
    String query = request.query() == null ? "" : "?" + request.query();
    String url = door.settings()
        .url()
        .map(given -> given.contains("?") ? given : given + query)
        .orElseGet(() -> address.whole(request));
    return new DoorRequest(url, request.headers(), Buffer.buffer(), clock.instant());
  }

  private static void answer(HttpServerResponse response, DoorReply doorReply, Buffer body) {
    response.setStatusCode(doorReply.status()).putHeader("Cache-Control", "no-store");
    if (doorReply.contentType().isEmpty()) {
      response.end();
    } else {
      response.putHeader("Content-Type", doorReply.contentType()).end(body);
    }
  }
}
