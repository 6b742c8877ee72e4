package shopbell;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.identity.Merges;
import shopbell.identity.Normaliser;
import shopbell.ingress.Journeys;
import shopbell.ingress.VisitIntake;
import shopbell.metrics.Meters;
import shopbell.model.Visit;

/** The corridor for visits: keeps many at once, and has the cards they concern built anew a little later. */
final class VisitPipeline implements VisitIntake {
  /** The rooms visits go through. */
  record Rooms(Normaliser normaliser, Journeys journeys, Merges merges) {}

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
    List<Visit> normalised = visits.stream().map(this::normalised).toList();
    return rooms
        .journeys()
        .keep(normalised, clock.instant())
        .onSuccess(kept -> {
          long steps = visits.stream().filter(Visit.Step.class::isInstance).count();
          meters.arrived(Visit.SYSTEM, "kept", visits.size() - (int) steps + kept.fresh());
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

  private Visit normalised(Visit visit) {
    return visit instanceof Visit.Identified said
        ? said.withHandles(rooms.normaliser().handles(said.handles()))
        : visit;
  }
}
