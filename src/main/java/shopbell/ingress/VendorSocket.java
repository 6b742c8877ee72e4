package shopbell.ingress;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.model.Rejected;
import shopbell.model.Unavailable;
import shopbell.model.event.Inbound;

/**
 * A vendor's system that holds a WebSocket open and sends all events on it. Frames are parsed and processed one after
 * the other; while too many wait, the socket is not read. Such a sender never repeats an event: one that could not be
 * stored is retried for a quarter of an hour.
 */
public final class VendorSocket {
  private static final Logger LOG = LoggerFactory.getLogger(VendorSocket.class);
  private static final int UPGRADE_REQUIRED = 426;
  private static final int MOST_WAITING = 100;
  private static final int MOST_LATE = 10_000;
  private static final Duration PING = Duration.ofSeconds(30);
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final int MOST_TRIES = 450;

  private final DoorKeyCheck keys;
  private final EventReceiver eventReceiver;
  private final InstantSource clock;
  private final AtomicInteger late = new AtomicInteger();

  public VendorSocket(DoorKeyCheck keys, EventReceiver eventReceiver, InstantSource clock) {
    this.keys = keys;
    this.eventReceiver = eventReceiver;
    this.clock = clock;
  }

  /**
   * Requires that the door's adapter is a {@link SocketAdapter}; a sender without access is refused on the upgrade, and
   * {@code head} is logged.
   */
  void open(Door door, RoutingContext ctx, DoorRequest head) {
    HttpServerRequest request = ctx.request();
    SocketAdapter language = (SocketAdapter) door.adapter();
    if (!request.canUpgradeToWebSocket()) {
      ctx.response().putHeader("Upgrade", "websocket");
      ctx.fail(UPGRADE_REQUIRED);
      return;
    }
    request.pause();
    admit(door, ctx)
        .map(in -> spoken(language, request))
        .onComplete(any -> request.resume())
        .onFailure(refused -> {
          eventReceiver.turnedAway(door, head, refused);
          ctx.fail(refused);
        })
        .onSuccess(in -> request
            .toWebSocket()
            .onFailure(ctx::fail)
            .onSuccess(socket -> new Line(door, language, socket, ctx.vertx()).begin()));
  }

  /** Such a system has a user name of its own, and may use the key as its password. */
  private Future<Void> admit(Door door, RoutingContext ctx) {
    Optional<String> password = DoorCredentials.basicPassword(ctx.request());
    return keys.admit(door.settings(), ctx.request(), Optional.ofNullable(ctx.pathParam("key")))
        .recover(refused -> password
            .map(secret -> keys.admit(door.settings(), secret))
            .orElse(Future.failedFuture(refused)));
  }

  private static Boolean spoken(SocketAdapter language, HttpServerRequest request) {
    String offered = request.getHeader("Sec-WebSocket-Protocol");
    if (offered == null
        || Stream.of(offered.toLowerCase(Locale.ROOT).split(","))
            .noneMatch(one -> one.strip().equals(language.protocol()))) {
      throw new Rejected(
          Rejected.Reason.MALFORMED,
          "This door speaks the WebSocket subprotocol " + language.protocol() + ".");
    }
    return true;
  }

  /** One open socket. */
  private final class Line {
    private final Door door;
    private final SocketAdapter language;
    private final ServerWebSocket socket;
    private final Vertx vertx;
    private Future<Void> last = Future.succeededFuture();
    private int waiting;

    private Line(Door door, SocketAdapter language, ServerWebSocket socket, Vertx vertx) {
      this.door = door;
      this.language = language;
      this.socket = socket;
      this.vertx = vertx;
    }

    private void begin() {
      String name = door.settings().name();
      LOG.info("door {}: the vendor's system has connected", name);
      long ping =
          vertx.setPeriodic(PING.toMillis(), tick -> socket.writePing(Buffer.buffer("shopbell")));
      socket.exceptionHandler(
          broken -> LOG.debug("door {}: {}", name, broken.getClass().getSimpleName()));
      socket.closeHandler(closed -> {
        vertx.cancelTimer(ping);
        LOG.info("door {}: the vendor's system has disconnected", name);
      });
      socket.textMessageHandler(this::heard);
      language.greeting().forEach(socket::writeTextMessage);
    }

    private void heard(String frame) {
      waiting++;
      if (waiting >= MOST_WAITING) {
        socket.pause();
      }
      List<Inbound> events = language.heard(frame, clock.instant());
      last = last.transform(before -> keep(events)).onComplete(kept -> {
        waiting--;
        if (waiting < MOST_WAITING / 2) {
          socket.resume();
        }
      });
    }

    /** Never fails; events that could not be stored are retried in parallel with the next ones. */
    private Future<Void> keep(List<Inbound> events) {
      if (events.isEmpty()) {
        return Future.succeededFuture();
      }
      return eventReceiver
          .take(door, events, clock.instant())
          .onFailure(failure -> {
            if (failure instanceof Unavailable && late.incrementAndGet() <= MOST_LATE) {
              again(events, 1);
            } else {
              lost(events, failure);
            }
          })
          .otherwiseEmpty();
    }

    private void again(List<Inbound> events, int tries) {
      vertx.setTimer(
          AGAIN.toMillis(),
          tick -> eventReceiver
              .take(door, events, clock.instant())
              .onSuccess(kept -> late.decrementAndGet())
              .onFailure(failure -> {
                if (failure instanceof Unavailable && tries < MOST_TRIES) {
                  again(events, tries + 1);
                } else {
                  late.decrementAndGet();
                  lost(events, failure);
                }
              }));
    }

    private void lost(List<Inbound> events, Throwable failure) {
      LOG.warn(
          "door {}: {} events are lost: {}",
          door.settings().name(),
          events.size(),
          failure.getClass().getSimpleName());
    }
  }
}
