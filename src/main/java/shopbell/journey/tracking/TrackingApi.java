package shopbell.journey.tracking;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import shopbell.ingress.CorsHeaders;
import shopbell.ingress.RequestBodies;
import shopbell.ingress.ServerAddress;
import shopbell.journey.VisitIntake;
import shopbell.metrics.Meters;
import shopbell.security.ApiKeyCache;

/**
 * The addresses of Segment's and RudderStack's HTTP API: their own clients send here when their host is changed.
 *
 * <p>Sources: the capture of the four clients named in docs/tracking-api.md; segment-docs "HTTP API"; rudder-server's
 * gateway.
 */
public final class TrackingApi {
  private static final int MOST = 1024 * 1024;

  /** RudderStack's; Segment's own clients end a batch before 500 kB, RudderStack's in the browser at 512 kB. */
  private static final int MOST_IN_BATCH = 4 * MOST;

  private static final List<String> BATCHES =
      List.of("/v1/batch", "/v1/b", "/v1/import", "/beacon/v1/batch");
  private static final String SOURCE_CONFIG = "/sourceConfig";
  private static final String SETTINGS = "/v1/projects/:writeKey/settings";

  private final WriteKeys keys;
  private final ReceiveVisitsHandler.ReceiverParts receiverParts;

  public TrackingApi(
      Vertx vertx, ApiKeyCache keys, VisitIntake intake, Meters meters, InstantSource clock) {
    this.keys = new WriteKeys(keys);
    this.receiverParts = new ReceiveVisitsHandler.ReceiverParts(
        this.keys,
        new ParserThreads(vertx),
        RequestBodies.part(1, MOST_IN_BATCH),
        intake,
        meters,
        clock);
  }

  /** Adds all addresses to {@code router}; browser clients are configured to send to {@code own}. */
  public void mount(Router router, ServerAddress own) {
    CorsHeaders open = new CorsHeaders();
    for (MessageType messageType : MessageType.values()) {
      Handler<RoutingContext> handler = new ReceiveVisitsHandler(
          receiverParts,
          MOST,
          (body, receivedAt) -> TrackingBatch.single(body, messageType, receivedAt));
      for (String word : List.of(messageType.toString(), messageType.letter())) {
        post(router, "/v1/" + word, open, handler);
      }
    }
    Handler<RoutingContext> batch =
        new ReceiveVisitsHandler(receiverParts, MOST_IN_BATCH, TrackingBatch::batch);
    BATCHES.forEach(path -> post(router, path, open, batch));
    for (String path : List.of(SOURCE_CONFIG, SOURCE_CONFIG + "/", SETTINGS)) {
      router.options(path).handler(open);
      router.get(path).handler(open).handler(ctx -> configuration(ctx, own));
    }
  }

  private static void post(
      Router router, String path, CorsHeaders open, Handler<RoutingContext> handler) {
    router.options(path).handler(open);
    router.post(path).handler(open).handler(handler);
  }

  /** The configuration both browser clients request first: the source is on, and there is nothing else to load. */
  private void configuration(RoutingContext ctx, ServerAddress own) {
    Optional<String> inPath = Optional.ofNullable(ctx.pathParam("writeKey"));
    inPath
        .map(keys::check)
        .orElseGet(() -> keys.admit(WriteKeys.inHead(ctx.request())))
        .onSuccess(key -> ctx.response()
            .putHeader("Content-Type", "application/json")
            .putHeader("Cache-Control", "private, max-age=300")
            .end((inPath.isPresent() ? settings(key, own.of(ctx.request())) : source(key))
                .toBuffer()))
        .onFailure(ctx::fail);
  }

  private static JsonObject source(String key) {
    JsonObject off = new JsonObject().put("enabled", false);
    JsonObject statistics =
        new JsonObject().put("errors", off).put("metrics", new JsonObject().put("enabled", false));
    JsonObject source = new JsonObject()
        .put("id", "shopbell")
        .put("name", "shopbell")
        .put("writeKey", key)
        .put("enabled", true)
        .put("workspaceId", "shopbell")
        .put("config", new JsonObject().put("statsCollection", statistics))
        .put("destinations", new JsonArray())
        .put("dataplanes", new JsonObject());
    return new JsonObject().put("source", source).put("updatedAt", "2026-01-01T00:00:00.000Z");
  }

  private static JsonObject settings(String key, String url) {
    String[] reached = url.split("://", 2);
    JsonObject own = new JsonObject()
        .put("apiKey", key)
        .put("apiHost", reached[1] + "/v1")
        .put("protocol", reached[0])
        .put("bundlingStatus", "bundled")
        .put("unbundledIntegrations", new JsonArray());
    return new JsonObject()
        .put("integrations", new JsonObject().put("Segment.io", own))
        .put("plan", new JsonObject().put("track", new JsonObject()))
        .put("remotePlugins", new JsonArray());
  }
}
