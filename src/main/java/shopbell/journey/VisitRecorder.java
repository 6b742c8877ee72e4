package shopbell.journey;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.events.ChangeDebouncer;
import shopbell.identity.MergeJournal;
import shopbell.identity.VisitNormaliser;
import shopbell.metrics.Meters;
import shopbell.model.event.Visit;

/** Stores visits in batches, and has the cards they concern rebuilt a little later. */
public final class VisitRecorder implements VisitIntake {
  /** Its dependencies. */
  public record VisitParts(VisitNormaliser normaliser, VisitStore journeys, MergeJournal merges) {}

  private static final Logger LOG = LoggerFactory.getLogger(VisitRecorder.class);

  private final VisitParts visitParts;
  private final ChangeDebouncer changeDebouncer;
  private final Meters meters;
  private final InstantSource clock;

  public VisitRecorder(
      VisitParts visitParts, ChangeDebouncer changeDebouncer, Meters meters, InstantSource clock) {
    this.visitParts = visitParts;
    this.changeDebouncer = changeDebouncer;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public Future<Void> take(List<Visit> visits) {
    List<Visit> normalised = visits.stream()
        .flatMap(visit -> visitParts.normaliser().normalise(visit).stream())
        .toList();
    if (normalised.isEmpty()) {
      return Future.succeededFuture();
    }
    return visitParts
        .journeys()
        .keep(normalised, clock.instant())
        .onSuccess(savedVisits -> {
          long steps =
              normalised.stream().filter(Visit.VisitStep.class::isInstance).count();
          meters.arrived(
              Visit.SYSTEM, "kept", normalised.size() - (int) steps + savedVisits.fresh());
          meters.arrived(Visit.SYSTEM, "repeated", (int) steps - savedVisits.fresh());
          changeDebouncer.of(savedVisits.customers(), savedVisits.known());
          joined(savedVisits.joined());
        })
        .mapEmpty();
  }

  /**
   * Attested records are merged after the visits are stored; if that fails, the search for duplicates does it later.
   */
  private void joined(Set<UUID> records) {
    if (!records.isEmpty()) {
      visitParts
          .merges()
          .attested(List.copyOf(records), clock.instant())
          .onSuccess(touched -> changeDebouncer.of(touched, List.of()))
          .onFailure(failure ->
              LOG.warn("visitors are not merged yet: {}", failure.getClass().getSimpleName()));
    }
  }
}
