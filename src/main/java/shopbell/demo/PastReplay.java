package shopbell.demo;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import shopbell.model.customer.Promise;
import shopbell.model.event.ContactRecord;
import shopbell.model.event.Inbound;
import shopbell.store.records.PgLoader;

/** Replays one customer's events in order; an observer sees the known data before each contact. */
final class PastReplay {
  private final PgLoader loader;
  private final CustomerTimeline customerTimeline;
  private final PastObserver pastObserver;

  PastReplay(PgLoader loader, CustomerTimeline customerTimeline, PastObserver pastObserver) {
    this.loader = loader;
    this.customerTimeline = customerTimeline;
    this.pastObserver = pastObserver;
  }

  /** Customers {@code from} up to {@code to}, one after the other. */
  Future<Void> of(int from, int to) {
    return from >= to ? Future.succeededFuture() : of(from).compose(told -> of(from + 1, to));
  }

  /** All events of customer {@code number}. */
  Future<Void> of(int number) {
    List<Inbound> life = new ArrayList<>(customerTimeline.life(number));
    life.sort(Comparator.comparing(Inbound::at));
    Future<Void> done = Future.succeededFuture();
    int told = 0;
    for (int i = 0; i < life.size(); i++) {
      if (life.get(i) instanceof ContactRecord contact) {
        List<Inbound> next = life.subList(told, i);
        List<Inbound> before = life.subList(0, i);
        done = done.compose(x -> chapter(DemoCustomers.id(number).uuid(), next, before, contact));
        told = i;
      }
    }
    List<Inbound> end = life.subList(told, life.size());
    return done.compose(x -> loader.load("demo", end)).mapEmpty();
  }

  private Future<Void> chapter(
      UUID customer, List<Inbound> next, List<Inbound> before, ContactRecord contact) {
    return loader
        .load("demo", next)
        .compose(loaded -> loader.promises(Map.of(customer, promises(before, contact.at()))))
        .compose(promised -> pastObserver.before(customer, contact));
  }

  /** Promises made in contacts up to {@code at}, with their state then. */
  private static List<Promise> promises(List<Inbound> before, Instant at) {
    List<Promise> promises = new ArrayList<>();
    for (Inbound happened : before) {
      if (happened instanceof ContactRecord contact
          && PastPromises.made(contact)
          && contact.endedAt().isBefore(at)) {
        promises.add(PastPromises.promise(contact, "Call back", at));
      }
    }
    return promises;
  }
}
