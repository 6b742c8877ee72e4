package shopbell.demo;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import shopbell.model.event.Inbound;
import shopbell.store.records.PgLoader;

/**
 * Fills an empty database with the demo's customers: some at once, so that the day can begin, the rest in the
 * background.
 */
final class DatabaseSeeder {
  private static final String SOME = "demo.some";
  private static final String ALL = "demo.all";
  private static final int AT_A_TIME = 100;
  private static final int FIRST = 600;
  private static final int WITNESSED = 900;

  private final PgLoader loader;
  private final CustomerTimeline customerTimeline;
  private final SpecialCustomers specialCustomers;
  private final PastObserver pastObserver;

  DatabaseSeeder(PgLoader loader, PastObserver pastObserver, Instant now) {
    this.loader = loader;
    this.customerTimeline = new CustomerTimeline(now);
    this.specialCustomers = new SpecialCustomers(now);
    this.pastObserver = pastObserver;
  }

  /** All companies and a hundred persons, enough for the first calls, and the customers to look up. */
  Future<Void> some() {
    return once(SOME, 0, FIRST);
  }

  /** All others; takes some seconds. Some of them in chronological order, so that contact reasons can be learned. */
  Future<Void> rest() {
    return once(ALL, FIRST, DemoCustomers.ALL).compose(settled -> pastObserver.settled());
  }

  private Future<Void> once(String marker, int from, int to) {
    return loader
        .done(marker)
        .compose(done -> done
            ? Future.succeededFuture()
            : before(from)
                .compose(told -> settle(from, to))
                .compose(settled -> loader.promises(customerTimeline.promises(from, to)))
                .compose(promised -> loader.rank())
                .compose(ranked -> loader.mark(marker)));
  }

  /** The customers to look up come first; then a part of the rest, in chronological order. */
  private Future<Void> before(int from) {
    return from < FIRST
        ? loader.load("demo", specialCustomers.all()).mapEmpty()
        : new PastReplay(loader, customerTimeline, pastObserver)
            .of(FIRST, WITNESSED)
            .compose(told -> pastObserver.done());
  }

  private Future<Void> settle(int from, int to) {
    if (from >= to) {
      return Future.succeededFuture();
    }
    int end = Math.min(to, from + AT_A_TIME);
    List<Inbound> lives = new ArrayList<>();
    for (int number = from; number < end; number++) {
      lives.addAll(customerTimeline.life(number));
    }
    return loader.load("demo", lives).compose(loaded -> settle(end, to));
  }
}
