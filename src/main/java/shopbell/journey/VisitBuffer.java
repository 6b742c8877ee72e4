package shopbell.journey;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.metrics.Meters;
import shopbell.model.Rejected;
import shopbell.model.event.Visit;

/**
 * Combines many small requests into few large transactions: while two are being written, new requests wait for the
 * next. Bounded, thread-safe.
 *
 * <p>When a transaction is refused for its content, halves of it are tried, so one invalid visit does not block the
 * others.
 */
public final class VisitBuffer implements VisitIntake {
  private static final Logger LOG = LoggerFactory.getLogger(VisitBuffer.class);
  private static final int MOST_WAITING = 20_000;
  private static final int MOST_AT_ONCE = 4_000;

  /** While the database writes one batch, the next one is prepared. */
  private static final int MOST_WRITING = 2;

  private record Request(List<Visit> visits, Promise<Void> told, Context context) {
    /** Fails when none of it could be stored. */
    void tell(Set<Visit> lost) {
      if (lost.containsAll(visits)) {
        fail(new Rejected(Rejected.Reason.SENSELESS, "What it says cannot be kept."));
      } else {
        here(told::complete);
      }
    }

    void fail(Throwable failure) {
      here(() -> told.fail(failure));
    }

    /** Runs {@code answer} on the event loop of its connection. */
    private void here(Runnable answer) {
      if (context == null) {
        answer.run();
      } else {
        context.runOnContext(on -> answer.run());
      }
    }
  }

  private final VisitIntake next;
  private final Deque<Request> waiting = new ArrayDeque<>();
  private int visitsWaiting;
  private int writing;

  /** {@code next} is called for two batches at a time, and stores all of each or nothing. */
  public VisitBuffer(VisitIntake next, Meters meters) {
    this.next = next;
    meters.gauge(
        "shopbell.journey.waiting", "visits that wait for their transaction", this::waiting);
  }

  @Override
  public Future<Void> take(List<Visit> visits) {
    if (visits.isEmpty()) {
      return Future.succeededFuture();
    }
    Request request = new Request(visits, Promise.promise(), Vertx.currentContext());
    synchronized (this) {
      if (visitsWaiting >= MOST_WAITING) {
        return Future.failedFuture(new Rejected(
            Rejected.Reason.TOO_MANY, "More comes in than can be written: send it again later."));
      }
      waiting.add(request);
      visitsWaiting += visits.size();
    }
    write();
    return request.told().future();
  }

  private synchronized int waiting() {
    return visitsWaiting;
  }

  private void write() {
    List<Request> batch = batch();
    if (!batch.isEmpty()) {
      keep(batch).onComplete(done -> {
        free();
        write();
      });
    }
  }

  /** Empty while the maximum is being written, or when nothing waits. */
  private synchronized List<Request> batch() {
    List<Request> batch = new ArrayList<>();
    int visits = 0;
    while (writing < MOST_WRITING && !waiting.isEmpty() && visits < MOST_AT_ONCE) {
      Request request = waiting.poll();
      visits += request.visits().size();
      batch.add(request);
    }
    visitsWaiting -= visits;
    writing += batch.isEmpty() ? 0 : 1;
    return batch;
  }

  private synchronized void free() {
    writing--;
  }

  private Future<Set<Visit>> keep(List<Request> batch) {
    List<Visit> visits = batch.stream().flatMap(r -> r.visits().stream()).toList();
    return kept(visits)
        .onSuccess(lost -> batch.forEach(request -> request.tell(lost)))
        .onFailure(failure -> batch.forEach(request -> request.fail(failure)));
  }

  /**
   * The visits that can never be stored. Fails for any other reason; visits stored by then are detected when it is
   * repeated.
   */
  private Future<Set<Visit>> kept(List<Visit> visits) {
    return Future.<Void>succeededFuture()
        .compose(go -> next.take(visits))
        .map(all -> Set.<Visit>of())
        .recover(failure ->
            failure instanceof Rejected ? withoutTheBad(visits) : Future.failedFuture(failure));
  }

  private Future<Set<Visit>> withoutTheBad(List<Visit> visits) {
    if (visits.size() == 1) {
      LOG.warn("a visit cannot be stored");
      return Future.succeededFuture(Set.of(visits.get(0)));
    }
    int half = visits.size() / 2;
    Future<Set<Visit>> first = kept(visits.subList(0, half));
    return first.compose(lost -> kept(visits.subList(half, visits.size()))).map(second -> {
      Set<Visit> lost = new HashSet<>(first.result());
      lost.addAll(second);
      return lost;
    });
  }
}
