package shopbell.api.supervisor;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import shopbell.http.JsonResponses;
import shopbell.model.Rejected;
import shopbell.security.Principal;
import shopbell.training.ReasonQuality;
import shopbell.training.ReasonReport;

/** How often "probably calling because" is right, measured on contacts that hid it; for supervisors. */
public final class ReasonQualityApi {
  private static final int DAYS = 30;
  private static final int MOST_DAYS = 400;

  private final Vertx vertx;
  private final ReasonQuality quality;
  private final Supplier<ReasonQuality.Learned> learned;
  private final InstantSource clock;

  public ReasonQualityApi(
      Vertx vertx,
      ReasonQuality quality,
      Supplier<ReasonQuality.Learned> learned,
      InstantSource clock) {
    this.vertx = vertx;
    this.quality = quality;
    this.learned = learned;
    this.clock = clock;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.get("/reasons/quality").handler(this::report);
  }

  private record Answer(ReasonQuality.Report measured, ReasonQuality.Learned learned) {}

  private void report(RoutingContext ctx) {
    Principal.of(ctx).mustSupervise();
    Duration span = Duration.ofDays(days(ctx.queryParam("days")));
    Instant since = clock.instant().minus(span);
    quality
        .blind(since, Optional.empty())
        .compose(blind -> vertx.executeBlocking(() -> ReasonReport.of(since, blind), false))
        .onFailure(ctx::fail)
        .onSuccess(report -> JsonResponses.json(ctx, 200, new Answer(report, learned.get())));
  }

  private static int days(List<String> given) {
    if (given.isEmpty()) {
      return DAYS;
    }
    String text = given.get(0);
    int days = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    if (days < 1 || days > MOST_DAYS) {
      throw Rejected.field("/days", "is a number of days from 1 to " + MOST_DAYS);
    }
    return days;
  }
}
