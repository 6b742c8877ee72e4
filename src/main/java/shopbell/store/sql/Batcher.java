package shopbell.store.sql;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import shopbell.model.Rejected;

/**
 * Batches equal statements of several callers. One is sent at once while fewer than {@code lanes} statements are
 * running; those that arrive while all are busy are sent with the next. So they share the wait for the disk and the
 * preparation of the statement, and none is delayed, unless a pause is given for writes without a waiting caller.
 * Thread-safe.
 *
 * @param <M> one request
 * @param <A> its answer
 */
public final class Batcher<M, A> {
  /** One request, and the caller waiting for its answer. */
  private record Member<M, A>(long order, M wanted, Context caller, Promise<A> answer) {
    void arrived(A said) {
      caller.runOnContext(there -> answer.complete(said));
    }

    void failed(Throwable failure) {
      caller.runOnContext(there -> answer.fail(failure));
    }
  }

  private final Vertx vertx;
  private final int lanes;
  private final int longest;
  private final Duration pause;
  private final Function<List<M>, Future<List<A>>> send;
  private final Queue<Member<M, A>> waiting = new ArrayDeque<>();
  private boolean gathering;
  private int underway;

  /**
   * {@code send} answers up to {@code longest} requests in their order, or fails for all; at most {@code lanes} calls
   * run at once. The first request waits {@code pause} for others, which may be zero.
   */
  Batcher(
      Vertx vertx,
      int lanes,
      int longest,
      Duration pause,
      Function<List<M>, Future<List<A>>> send) {
    this.vertx = vertx;
    this.lanes = lanes;
    this.longest = longest;
    this.pause = pause;
    this.send = send;
  }

  /** The answer to {@code wanted} alone, which locks nothing. */
  public Future<A> join(M wanted) {
    return join(0, wanted);
  }

  /**
   * The answer to {@code wanted} alone. Requests of a batch are sorted by {@code order}, which must be equal for
   * requests that lock the same rows, so that two transactions never deadlock.
   */
  public Future<A> join(long order, M wanted) {
    Member<M, A> member =
        new Member<>(order, wanted, vertx.getOrCreateContext(), Promise.promise());
    boolean first;
    synchronized (this) {
      waiting.add(member);
      first = !gathering && !pause.isZero();
      gathering |= first;
    }
    if (first) {
      vertx.setTimer(pause.toMillis(), over -> hurry());
    }
    leave();
    return member.answer().future();
  }

  /** Sends waiting requests now. */
  public void hurry() {
    synchronized (this) {
      gathering = false;
    }
    leave();
  }

  private void leave() {
    List<Member<M, A>> members = next();
    if (!members.isEmpty()) {
      send(members).onComplete(done -> {
        synchronized (this) {
          underway--;
        }
        leave();
      });
    }
  }

  private synchronized List<Member<M, A>> next() {
    List<Member<M, A>> members = new ArrayList<>();
    while (!gathering && underway < lanes && members.size() < longest && !waiting.isEmpty()) {
      members.add(waiting.remove());
    }
    if (!members.isEmpty()) {
      underway++;
      members.sort(Comparator.comparingLong(Member::order));
    }
    return members;
  }

  private Future<Void> send(List<Member<M, A>> members) {
    return send.apply(members.stream().map(Member::wanted).toList()).transform(sent -> {
      if (sent.succeeded()) {
        for (int i = 0; i < members.size(); i++) {
          members.get(i).arrived(sent.result().get(i));
        }
        return Future.succeededFuture();
      }
      return members.size() > 1 && answered(sent.cause())
          ? apart(members)
          : refused(members, sent.cause());
    });
  }

  /** Whether PostgreSQL itself refused, so that nothing was written; otherwise the outcome is unknown. */
  private static boolean answered(Throwable failure) {
    return failure instanceof SqlError || failure instanceof Rejected;
  }

  /** Sends each request alone, so that only the faulty one fails. */
  private Future<Void> apart(List<Member<M, A>> members) {
    Future<Void> done = Future.succeededFuture();
    for (Member<M, A> member : members) {
      done = done.compose(before -> send(List.of(member)));
    }
    return done;
  }

  private Future<Void> refused(List<Member<M, A>> members, Throwable failure) {
    members.forEach(member -> member.failed(failure));
    return Future.succeededFuture();
  }
}
