package shopbell.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;
import shopbell.security.AllowedHosts;

/** The operator's endpoints on a separate port: alive, ready, metrics. */
public final class ManagementRoutes {
  private final PrometheusMeterRegistry registry;
  private final Supplier<String> unready;
  private final AllowedHosts hosts;

  /** {@code unready} says why not, in a few words; empty when ready. */
  public ManagementRoutes(
      PrometheusMeterRegistry registry, Supplier<String> unready, AllowedHosts hosts) {
    this.hosts = hosts;
    this.registry = registry;
    this.unready = unready;
  }

  Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    readable(router, "/health/live").handler(ctx -> state(ctx, 200, "UP", ""));
    readable(router, "/health/ready").handler(this::ready);
    // health probes may use any host name; metrics require a known one
    readable(router, "/metrics")
        .handler(hosts)
        .handler(ctx -> ctx.response()
            .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
            .end(registry.scrape()));
    router.route().failureHandler(new ProblemHandler());
    return router;
  }

  /** Load balancers send HEAD requests (RFC 9110, 9.3.2). */
  private static Route readable(Router router, String path) {
    return router.get(path).method(HttpMethod.HEAD);
  }

  private void ready(RoutingContext ctx) {
    String why = unready.get();
    state(ctx, why.isEmpty() ? 200 : 503, why.isEmpty() ? "UP" : "DOWN", why);
  }

  private static void state(RoutingContext ctx, int status, String word, String why) {
    JsonObject body = new JsonObject().put("status", word);
    if (!why.isEmpty()) {
      body.put("reason", why);
    }
    ctx.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(body.toBuffer());
  }
}
