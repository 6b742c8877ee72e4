package shopbell.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Removes the public path where the proxy in front has not, so that both kinds of proxy reach the same addresses; the
 * path alone is redirected to the page below it, because the page's files are relative to it.
 */
final class BasePath implements Handler<RoutingContext> {
  private static final int MOVED = 308;

  private final String path;

  /** Such as {@code /desk}. */
  BasePath(String path) {
    this.path = path;
  }

  @Override
  public void handle(RoutingContext ctx) {
    String asked = ctx.request().path();
    if (asked == null || !asked.startsWith(path)) {
      ctx.next();
      return;
    }
    String rest = asked.substring(path.length());
    if (rest.isEmpty()) {
      ctx.response().setStatusCode(MOVED).putHeader("Location", path + "/").end();
    } else if (rest.startsWith("/")) {
      String query = ctx.request().query();
      ctx.reroute(query == null ? rest : rest + "?" + query);
    } else {
      ctx.next();
    }
  }
}
