package shopbell;

import shopbell.events.ChangeDebouncer;
import shopbell.identity.IdentityVerification;
import shopbell.identity.VisitNormaliser;
import shopbell.journey.JourneySettings;
import shopbell.journey.VisitBuffer;
import shopbell.journey.VisitRecorder;
import shopbell.journey.tracking.TrackingApi;
import shopbell.model.event.Visit;
import shopbell.store.identity.PgMerges;
import shopbell.store.journey.PgVisits;

/** The visits of websites and apps: from the tracking API to the store and to the cards. */
record JourneyModule(TrackingApi tracking) implements Module {
  /** All event loops write through one buffer. */
  static JourneyModule of(Foundation base) {
    VisitRecorder visits = new VisitRecorder(
        rooms(base),
        new ChangeDebouncer(base.vertx(), base.changes()),
        base.meters(),
        base.clock());
    return new JourneyModule(new TrackingApi(
        base.vertx(),
        base.keys(),
        new VisitBuffer(visits, base.meters()),
        base.meters(),
        base.clock()));
  }

  private static VisitRecorder.VisitParts rooms(Foundation base) {
    JourneySettings settings = base.configuration().journey();
    VisitNormaliser normaliser = new VisitNormaliser(
        base.configuration().identity().normaliser(),
        new IdentityVerification(settings.identityVerification()),
        base.ignored().from(Visit.SYSTEM));
    return new VisitRecorder.VisitParts(
        normaliser,
        new PgVisits(base.database(), settings.userIds()),
        new PgMerges(base.database()));
  }
}
