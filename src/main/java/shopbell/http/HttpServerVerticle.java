package shopbell.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Binds one port to one router; one instance per core. */
final class HttpServerVerticle extends VerticleBase {
  private static final int MOST_HEADER_BYTES = 16 * 1024;
  private static final int IDLE_SECONDS = 90;
  private static final long MOST_SECONDS_TO_END = 3;
  private static final long SWEEP_MILLIS = 1_000;

  private final String host;
  private final int port;
  private final Supplier<Router> routes;
  private final SlowRequestGuard slowRequestGuard;
  private HttpServer server;

  HttpServerVerticle(String host, int port, Supplier<Router> routes) {
    this(host, port, routes, SlowRequestGuard.Limits.USUAL);
  }

  /** With other limits for slow senders. */
  HttpServerVerticle(
      String host, int port, Supplier<Router> routes, SlowRequestGuard.Limits limits) {
    this.host = host;
    this.port = port;
    this.routes = routes;
    this.slowRequestGuard = new SlowRequestGuard(limits, ProblemHandler::tooSlow);
  }

  @Override
  public Future<?> start() {
    Router router = routes.get();
    vertx.setPeriodic(SWEEP_MILLIS, tick -> slowRequestGuard.sweep());
    server = vertx
        .createHttpServer(options())
        .connectionHandler(slowRequestGuard::opened)
        .requestHandler(request -> {
          slowRequestGuard.asked(request);
          if (RequestHeadCheck.wellFormed(request)) {
            router.handle(request);
          } else {
            ProblemHandler.unreadable(request);
          }
        })
        .invalidRequestHandler(ProblemHandler::unreadable);
    return server.listen(port, host);
  }

  @Override
  public Future<?> stop() {
    return server.shutdown(MOST_SECONDS_TO_END, TimeUnit.SECONDS);
  }

  /** The port that was bound; differs from the configured one when that was 0. */
  int port() {
    return server.actualPort();
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setCompressionSupported(true)
        .setHandle100ContinueAutomatically(true)
        .setMaxHeaderSize(MOST_HEADER_BYTES)
        .setIdleTimeout(IDLE_SECONDS)
        // a connection carries one request at a time
        .setHttp2ClearTextEnabled(false)
        // frames are small one way and whole cards the other; compressing each socket costs memory
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        // Asterisk lists all its channels in one frame
        .setMaxWebSocketFrameSize(256 * 1024)
        .setWebSocketSubProtocols(List.of("ari"));
  }
}
