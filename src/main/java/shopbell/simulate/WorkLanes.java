package shopbell.simulate;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Runs work on many items, some at a time. On one event loop. */
final class WorkLanes {
  private WorkLanes() {}

  /** Completes when all are done; fails with the first failure and then starts no more. */
  static <T> Future<Void> each(List<T> all, int lanes, Function<T, Future<?>> work) {
    Iterator<T> left = all.iterator();
    List<Future<Void>> running = new ArrayList<>();
    for (int lane = 0; lane < lanes; lane++) {
      Promise<Void> done = Promise.promise();
      next(left, work, done);
      running.add(done.future());
    }
    return Future.all(running).mapEmpty();
  }

  private static <T> void next(Iterator<T> left, Function<T, Future<?>> work, Promise<Void> done) {
    if (!left.hasNext()) {
      done.complete();
      return;
    }
    work.apply(left.next()).onSuccess(one -> next(left, work, done)).onFailure(failure -> {
      left.forEachRemaining(skipped -> {});
      done.fail(failure);
    });
  }
}
