package shopbell.desk;

import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import shopbell.events.Topic;
import shopbell.model.Rejected;

/** One tab's socket; considered dead when two pings go unanswered. */
final class DeskSocket {
  private static final short GOING_AWAY = 1001;
  private static final short POLICY = 1008;
  /** Service restart, as registered at IANA. */
  private static final short RESTART = 1012;
  /** A code of our own. */
  private static final short TOO_MANY = 4008;

  private static final int MOST_UNANSWERED = 2;

  private final String session;
  private final ServerWebSocket socket;
  private final Outbox outbox;
  private final AtomicInteger unanswered = new AtomicInteger();
  private final boolean apart;
  private volatile Instant heard;

  /**
   * {@code session} is the hash of the session it was opened with; {@code apart}: new messages are sent in frames of
   * their own.
   */
  DeskSocket(String session, boolean apart, ServerWebSocket socket, Context context, Instant now) {
    this.session = session;
    this.apart = apart;
    this.socket = socket;
    this.outbox = new Outbox(socket, context);
    this.heard = now;
  }

  String session() {
    return session;
  }

  /** {@code news} is enough for a browser that supports it and has no other frame of the interaction waiting. */
  void put(UUID interaction, String frame, Optional<String> news) {
    outbox.put(interaction, frame, news.filter(small -> apart));
  }

  /** Tells the browser to read {@code topic} again; a slow browser is told once. */
  void changed(Topic topic) {
    outbox.put(topic, DeskMessages.changed(topic));
  }

  /** Tells the browser what was wrong with its message; a slow browser gets the newest refusal only. */
  void refuse(Rejected rejected) {
    outbox.put(Rejected.class, DeskMessages.error(rejected));
  }

  /** Drops all frames of cards put so far: they are part of the welcome that follows. */
  void forget() {
    outbox.forget();
  }

  /** The first frame; frames put after {@link #forget} follow it. Only on the socket's own thread. */
  void welcome(String frame) {
    socket.writeTextMessage(frame);
    outbox.begin();
  }

  /** Not conflated: missed-while-away. Only on the socket's own thread. */
  void say(String frame) {
    socket.writeTextMessage(frame);
  }

  void answered(Instant now) {
    heard = now;
    unanswered.set(0);
  }

  /** When this browser last answered; {@code now} unless it has been silent for too long. */
  Instant there(Instant now) {
    return silent() ? heard : now;
  }

  private boolean silent() {
    return unanswered.get() > MOST_UNANSWERED;
  }

  /** To be called every 15 s; false when it has been silent for too long, and is closed. */
  boolean ping() {
    unanswered.incrementAndGet();
    if (silent()) {
      socket.close(POLICY, "no answer to two pings");
    } else {
      socket.writeTextMessage(DeskMessages.PING);
    }
    return !silent();
  }

  void dismiss() {
    socket.close(POLICY, "the session has ended");
  }

  /** Closes the socket; the browser reconnects at once with its agent's new role and queues. */
  void restart() {
    socket.close(RESTART, "the account has changed");
  }

  /** Closes the socket because its session has opened too many. */
  void crowdedOut() {
    socket.close(TOO_MANY, "more windows are open than one session may have");
  }

  void goodbye() {
    socket.close(GOING_AWAY, "the server is going down");
  }
}
