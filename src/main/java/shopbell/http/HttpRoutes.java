package shopbell.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import shopbell.assets.ScreenFiles;
import shopbell.security.AllowedHosts;

/** Maps addresses to handlers. */
public final class HttpRoutes {
  private static final Pattern ENCODED_SLASH = Pattern.compile("(?i)%2f");
  private static final long MOST_BYTES = 1024 * 1024;

  /** The body limit before authentication: a name and a password. */
  private static final long MOST_BYTES_OF_STRANGERS = 16 * 1024;

  private static final int MONTH_SECONDS = 30 * 24 * 3600;
  private static final List<Integer> CLIENT_ERRORS = List.of(400, 404, 405, 406, 413, 415);

  /**
   * The handlers that all requests pass first.
   *
   * @param path below which a proxy shows us; empty at the root
   * @param hosts refuses foreign names, except where a request brings a key of its own
   */
  public record Front(String path, SecurityHeaders headers, AllowedHosts hosts) {}

  /** The handlers behind the addresses; {@code open} is mounted before authentication, {@code api} behind it. */
  public record RouteParts(
      Front front,
      Handler<RoutingContext> desk,
      Doors doors,
      Consumer<Router> tracking,
      Handler<RoutingContext> gate,
      Consumer<Router> open,
      Consumer<Router> api) {}

  /**
   * The handlers of the doors' addresses.
   *
   * @param origins first of all: the pages that may send
   * @param paths additional addresses configured for doors, each with its door
   */
  public record Doors(
      Handler<RoutingContext> origins,
      Handler<RoutingContext> post,
      Handler<RoutingContext> get,
      Map<String, String> paths) {
    void mount(Router router) {
      for (String path : List.of("/in/:name", "/in/:name/:key")) {
        router.options(path).handler(origins);
        router.get(path).handler(origins).handler(get);
        router.post(path).handler(origins).handler(post);
      }
      paths.forEach((path, door) -> router.route(path).handler(ctx -> {
        String query = ctx.request().query();
        ctx.reroute(query == null ? door : door + "?" + query);
      }));
    }
  }

  private final RouteParts routeParts;
  private final ScreenFiles screen;

  public HttpRoutes(RouteParts routeParts, ScreenFiles screen) {
    this.routeParts = routeParts;
    this.screen = screen;
  }

  /** A separate router, for one event loop. */
  public Router router(Vertx vertx) {
    ProblemHandler failures = new ProblemHandler();
    Router router = Router.router(vertx);
    router.route().handler(routeParts.front().headers()).failureHandler(failures);
    if (!routeParts.front().path().isEmpty()) {
      router.route().handler(new BasePath(routeParts.front().path()));
    }
    // machines bring a key and use any host name; calls with a session are behind the list of names
    routeParts.doors().mount(router);
    routeParts.tracking().accept(router);
    router.route().handler(routeParts.front().hosts());
    router.get("/ws/desk").handler(routeParts.desk());
    router
        .get("/api/v1/openapi.yaml")
        .handler(ctx -> document(ctx, "api/openapi.yaml", "application/yaml"));
    screen.mount(router);
    otherMethods(router);
    router.route("/api/v1/*").subRouter(api(vertx));
    router.route("/schemas/*").handler(page(files("schemas", 0)));
    router.route("/webjars/*").handler(page(files("META-INF/resources/webjars", MONTH_SECONDS)));
    router.route().handler(page(files("webroot", 0)));
    CLIENT_ERRORS.forEach(status -> router.errorHandler(status, failures));
    router.errorHandler(500, failures);
    return router;
  }

  /** The calls below {@code /api/v1}. */
  public Router api(Vertx vertx) {
    Router api = Router.router(vertx);
    api.route("/session").handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES_OF_STRANGERS));
    routeParts.open().accept(api);
    api.route().handler(HttpRoutes::headFirst);
    api.route().handler(routeParts.gate());
    api.route().handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES));
    routeParts.api().accept(api);
    otherMethods(api);
    return api;
  }

  /** The body waits until the head is admitted; the body of a refused request is dropped. */
  private static void headFirst(RoutingContext ctx) {
    ctx.request().pause();
    ctx.addHeadersEndHandler(answered -> ctx.request().resume());
    ctx.next();
  }

  /**
   * Answers HEAD wherever GET is allowed (RFC 9110, 9.3.2); another method gets 405 with the allowed ones (15.5.6).
   */
  private static void otherMethods(Router router) {
    Map<String, Set<String>> allowed = new TreeMap<>();
    for (Route route : router.getRoutes()) {
      if (route.methods() != null && route.getPath() != null) {
        if (route.methods().contains(HttpMethod.GET)) {
          route.method(HttpMethod.HEAD);
        }
        Set<String> names = allowed.computeIfAbsent(route.getPath(), path -> new TreeSet<>());
        route.methods().forEach(method -> names.add(method.name()));
      }
    }
    allowed.forEach((path, names) -> router.route(path).handler(ctx -> {
      ctx.response().putHeader("Allow", String.join(", ", names));
      ctx.fail(405);
    }));
  }

  /**
   * Any other method at an unknown address gets 404 rather than 405, and so does an address with an encoded slash: no
   * file has one, and the file handler fails where it leads out of the folder.
   */
  private static Handler<RoutingContext> page(Handler<RoutingContext> files) {
    return ctx -> {
      HttpMethod method = ctx.request().method();
      boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
      if (reads && !ENCODED_SLASH.matcher(ctx.normalizedPath()).find()) {
        files.handle(ctx);
      } else {
        ctx.next();
      }
    };
  }

  /** A file with its version in the address is cached for a month; all others are revalidated each time. */
  private static StaticHandler files(String folder, int seconds) {
    return StaticHandler.create(FileSystemAccess.RELATIVE, folder)
        .setCachingEnabled(seconds > 0)
        .setMaxAgeSeconds(seconds)
        .setIndexPage("index." + (folder.equals("schemas") ? "json" : "html"))
        .setIncludeHidden(false);
  }

  private static void document(RoutingContext ctx, String resource, String type) {
    ctx.response()
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "no-cache")
        .sendFile(resource)
        .onFailure(ctx::fail);
  }
}
