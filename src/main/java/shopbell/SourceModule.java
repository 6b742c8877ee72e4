package shopbell;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.events.ChangePublisher;
import shopbell.i18n.Words;
import shopbell.identity.HandleNormaliser;
import shopbell.identity.IgnoredHandleCounts;
import shopbell.metrics.Meters;
import shopbell.sources.ConfiguredSources;
import shopbell.sources.SourceAnswerRecorder;
import shopbell.sources.SourceAnswers;
import shopbell.sources.Sources;
import shopbell.sources.UnknownCallerSearch;
import shopbell.store.identity.PgMerges;
import shopbell.store.sources.PgSourceAnswers;
import shopbell.store.sql.Database;

/** Other systems asked about customers, and about callers whom nobody here knows. */
public record SourceModule(Sources sources, UnknownCallerSearch callers) {
  private static final String CANDIDATES = "candidates";

  /** What answers go through on their way into the store. */
  record Rooms(Database database, HandleNormaliser normaliser, IgnoredHandleCounts ignored, Words words) {}

  /** The systems that the operator has named. */
  static SourceModule of(
      Vertx vertx, ConfiguredSources configured, Rooms rooms, Meters meters, InstantSource clock) {
    SourceAnswers sourceAnswers = new SourceAnswerRecorder(
        new PgSourceAnswers(rooms.database()),
        rooms.normaliser(),
        rooms.ignored(),
        new PgMerges(rooms.database()));
    Sources sources =
        new Sources(configured.askers(vertx, meters, clock), sourceAnswers, rooms.words(), clock);
    return new SourceModule(
        sources,
        new UnknownCallerSearch(new UnknownCallerSearch.Rooms(
            sources, sourceAnswers, rooms.normaliser(), rooms.ignored(), rooms.words())));
  }

  /** {@code changePublisher}, by which whom sources name to one node the others know too; before {@link ChangePublisher#listen}. */
  ChangePublisher among(ChangePublisher changePublisher) {
    callers.onNamed(named -> changePublisher.tell(CANDIDATES, named));
    changePublisher.on(CANDIDATES, UnknownCallerSearch.Named.class, callers::heard);
    return changePublisher;
  }

  /** Asks about whom a card names, where that is {@code news}, or who the caller could be, once and at each news. */
  public void begin(UUID interaction, Optional<UUID> customer, boolean news) {
    if (customer.isEmpty()) {
      callers.ask(interaction, news);
    } else if (news) {
      sources.ask(customer.get());
    }
  }

  /** Asks anew; completes before anybody has answered. */
  public Future<Void> refresh(UUID interaction, Optional<UUID> customer) {
    if (customer.isEmpty()) {
      callers.ask(interaction, true);
    }
    return customer.map(sources::refresh).orElseGet(Future::succeededFuture);
  }

  /** To be called every few seconds with who is on a card: sources that were in trouble are asked again. */
  public void recover(Set<UUID> customers) {
    sources.recover(customers);
    callers.recover();
  }
}
