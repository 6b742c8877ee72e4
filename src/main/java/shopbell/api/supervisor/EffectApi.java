package shopbell.api.supervisor;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import shopbell.http.JsonResponses;
import shopbell.http.RequestParameters;
import shopbell.model.Rejected;
import shopbell.nextaction.EffectReport;
import shopbell.security.Principal;

/** Which actions help, and what vetoes cost; for supervisors. */
public final class EffectApi {
  private static final int DAYS = 90;
  private static final int MOST_DAYS = 366;

  private final EffectReport report;

  public EffectApi(EffectReport report) {
    this.report = report;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.get("/effects").handler(this::effects);
  }

  private void effects(RoutingContext ctx) {
    Principal.of(ctx).mustSupervise();
    String text = RequestParameters.parameter(ctx, "days").orElse(String.valueOf(DAYS));
    int days = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    if (days < 1 || days > MOST_DAYS) {
      throw Rejected.field("/days", "is a number of days from 1 to " + MOST_DAYS);
    }
    report.of(days).onFailure(ctx::fail).onSuccess(keys -> JsonResponses.json(ctx, 200, keys));
  }
}
