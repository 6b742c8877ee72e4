package shopbell;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.config.Secret;
import shopbell.config.Settings;
import shopbell.identity.IdentityVerification;
import shopbell.identity.IgnoredHandleCounts;
import shopbell.identity.MergeJournal;
import shopbell.identity.VisitNormaliser;
import shopbell.journey.VisitIntake;
import shopbell.journey.VisitStore;
import shopbell.metrics.Meters;
import shopbell.model.event.Visit;
import shopbell.store.identity.PgMerges;
import shopbell.store.journey.PgVisits;
import shopbell.store.sql.Database;

/** The corridor for visits: keeps many at once, and has the cards they concern built anew a little later. */
final class VisitPipeline implements VisitIntake {
  /** The rooms visits go through. */
  record Rooms(VisitNormaliser normaliser, VisitStore journeys, MergeJournal merges) {
    /** As configured under {@code journey} and {@code identity}. */
    static Rooms of(Settings settings, Database database, IgnoredHandleCounts ignored) {
      VisitNormaliser normaliser = new VisitNormaliser(
          Identification.normaliser(settings),
          new IdentityVerification(new Secret(settings.text("journey.identityVerification"))),
          ignored.from(Visit.SYSTEM));
      Optional<String> userIds =
          Optional.of(settings.text("journey.userIds")).filter(system -> !system.isBlank());
      return new Rooms(normaliser, new PgVisits(database, userIds), new PgMerges(database));
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(VisitPipeline.class);

  private final Rooms rooms;
  private final News news;
  private final Meters meters;
  private final InstantSource clock;

  VisitPipeline(Rooms rooms, News news, Meters meters, InstantSource clock) {
    this.rooms = rooms;
    this.news = news;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public Future<Void> take(List<Visit> visits) {
    List<Visit> normalised = visits.stream()
        .flatMap(visit -> rooms.normaliser().normalise(visit).stream())
        .toList();
    if (normalised.isEmpty()) {
      return Future.succeededFuture();
    }
    return rooms
        .journeys()
        .keep(normalised, clock.instant())
        .onSuccess(kept -> {
          long steps = normalised.stream().filter(Visit.Step.class::isInstance).count();
          meters.arrived(Visit.SYSTEM, "kept", normalised.size() - (int) steps + kept.fresh());
          meters.arrived(Visit.SYSTEM, "repeated", (int) steps - kept.fresh());
          news.of(kept.customers(), kept.known());
          joined(kept.joined());
        })
        .mapEmpty();
  }

  /** What is attested is merged after it is kept; should that fail, the search for duplicates does it later. */
  private void joined(Set<UUID> records) {
    if (!records.isEmpty()) {
      rooms
          .merges()
          .attested(List.copyOf(records), clock.instant())
          .onSuccess(touched -> news.of(touched, List.of()))
          .onFailure(failure ->
              LOG.warn("visitors are not joined yet: {}", failure.getClass().getSimpleName()));
    }
  }
}
