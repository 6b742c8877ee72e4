package shopbell.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import shopbell.model.Rejected;

/**
 * Rows of one statement that are written together. A row goes out at once while a lane is free; what comes while all are on
 * their way goes with the next, in one transaction: waiting for the disk is shared, and nobody waits for company.
 * Thread-safe.
 */
final class Convoy {
  private static final int LONGEST = 100;

  /** One row, and who waits for what the statement says to it. */
  private record Member(long order, Tuple row, Context caller, Promise<RowSet<Row>> answer) {
    void arrived(RowSet<Row> rows) {
      caller.runOnContext(there -> answer.complete(rows));
    }

    void failed(Throwable failure) {
      caller.runOnContext(there -> answer.fail(failure));
    }
  }

  private final Vertx vertx;
  private final int lanes;
  private final Function<List<Tuple>, Future<RowSet<Row>>> write;
  private final Queue<Member> waiting = new ArrayDeque<>();
  private int underway;

  /** {@code write} writes rows in one transaction, of which at most {@code lanes} are on their way at a time. */
  Convoy(Vertx vertx, int lanes, Function<List<Tuple>, Future<RowSet<Row>>> write) {
    this.vertx = vertx;
    this.lanes = lanes;
    this.write = write;
  }

  /**
   * What the statement says to {@code row} alone. Rows that go together are written in the order of {@code order}, which
   * must be the same for all who lock the same, so that two transactions never wait for each other.
   */
  Future<RowSet<Row>> write(long order, Tuple row) {
    Member member = new Member(order, row, vertx.getOrCreateContext(), Promise.promise());
    synchronized (this) {
      waiting.add(member);
    }
    leave();
    return member.answer().future();
  }

  private void leave() {
    List<Member> members = next();
    if (!members.isEmpty()) {
      send(members).onComplete(done -> {
        synchronized (this) {
          underway--;
        }
        leave();
      });
    }
  }

  private synchronized List<Member> next() {
    List<Member> members = new ArrayList<>();
    while (underway < lanes && members.size() < LONGEST && !waiting.isEmpty()) {
      members.add(waiting.remove());
    }
    if (!members.isEmpty()) {
      underway++;
      members.sort(Comparator.comparingLong(Member::order));
    }
    return members;
  }

  private Future<Void> send(List<Member> members) {
    return write.apply(members.stream().map(Member::row).toList()).transform(sent -> {
      if (sent.succeeded()) {
        RowSet<Row> rows = sent.result();
        for (Member member : members) {
          member.arrived(rows);
          rows = rows.next();
        }
        return Future.succeededFuture();
      }
      return members.size() > 1 && answered(sent.cause())
          ? apart(members)
          : refused(members, sent.cause());
    });
  }

  /** Whether PostgreSQL itself has said no, so that nothing was written; otherwise nobody knows. */
  private static boolean answered(Throwable failure) {
    return failure instanceof Refusal || failure instanceof Rejected;
  }

  /** One of them is to blame: only that one is to fail. */
  private Future<Void> apart(List<Member> members) {
    Future<Void> done = Future.succeededFuture();
    for (Member member : members) {
      done = done.compose(before -> send(List.of(member)));
    }
    return done;
  }

  private static Future<Void> refused(List<Member> members, Throwable failure) {
    members.forEach(member -> member.failed(failure));
    return Future.succeededFuture();
  }
}
