package shopbell.api.supervisor;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import shopbell.http.JsonResponses;
import shopbell.http.RequestParameters;
import shopbell.json.JsonFields;
import shopbell.security.AccessLog;
import shopbell.security.Principal;

/** Calls to read the access log, for supervisors. */
public final class AccessLogApi {
  private final AccessLog accessLog;

  public AccessLogApi(AccessLog accessLog) {
    this.accessLog = accessLog;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.get("/looks").handler(this::list);
  }

  private void list(RoutingContext ctx) {
    Principal.of(ctx).mustSupervise();
    accessLog
        .page(
            RequestParameters.parameter(ctx, "customer")
                .map(text -> JsonFields.uuid("/customer", text)),
            RequestParameters.parameter(ctx, "agent"),
            RequestParameters.parameter(ctx, "before"))
        .onFailure(ctx::fail)
        .onSuccess(page -> JsonResponses.json(ctx, 200, page));
  }
}
