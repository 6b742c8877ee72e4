package shopbell.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.model.ProblemType;
import shopbell.model.Rejected;
import shopbell.model.Unavailable;

/** The one place that turns a failure into a problem document (RFC 9457) and, where it is ours, a log line. */
final class ProblemHandler implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
  private static final long SOON_SECONDS = 2;
  private static final long CALM_SECONDS = 60;

  @Override
  public void handle(RoutingContext ctx) {
    if (ctx.response().ended() || ctx.response().closed()) {
      return;
    }
    Throwable failure = ctx.failure();
    if (failure instanceof Rejected rejected) {
      answer(ctx.response(), status(rejected.reason()), rejected.getMessage(), rejected);
    } else if (failure instanceof Unavailable) {
      LOG.warn("not stored, 503: {} {}", ctx.request().method(), route(ctx));
      answer(
          ctx.response(),
          503,
          "The store is not reachable and nothing was kept: send it again.",
          null);
    } else if (failure instanceof HttpException http && http.getStatusCode() < 500) {
      answer(ctx.response(), http.getStatusCode(), title(http.getStatusCode()), null);
    } else if (failure == null && ctx.statusCode() < 500 && ctx.statusCode() >= 400) {
      answer(ctx.response(), ctx.statusCode(), title(ctx.statusCode()), null);
    } else {
      // the exception's text may quote the request, so only its class and place are logged
      LOG.error("500: {} {} {}", ctx.request().method(), route(ctx), place(failure));
      answer(
          ctx.response(), 500, "Something went wrong on our side; it has been written down.", null);
    }
  }

  /** For a request whose head cannot be parsed, or makes no sense; the response closes the connection. */
  static void unreadable(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    int status = cause instanceof TooLongHttpLineException
        ? 414
        : cause instanceof TooLongHttpHeaderException ? 431 : 400;
    request.response().putHeader("Connection", "close");
    answer(request.response(), status, title(status), null);
  }

  /** For a request whose body arrives too slowly; the response closes the connection. */
  static void tooSlow(HttpServerRequest request) {
    request.response().putHeader("Connection", "close");
    answer(request.response(), 408, title(408), null);
    request.connection().close();
  }

  private static int status(Rejected.Reason reason) {
    return switch (reason) {
      case MALFORMED -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case MISDIRECTED -> 421;
      case TOO_LARGE -> 413;
      case UNSUPPORTED_TYPE -> 415;
      case SENSELESS -> 422;
      case TOO_MANY -> 429;
      case CROWDED -> 503;
    };
  }

  private static void answer(
      HttpServerResponse response, int status, String detail, Rejected rejected) {
    JsonObject problem = new JsonObject()
        .put("type", type(Optional.ofNullable(rejected)))
        .put("title", title(status))
        .put("status", status)
        .put("detail", detail);
    if (rejected != null && !rejected.errors().isEmpty()) {
      JsonArray errors = new JsonArray();
      rejected
          .errors()
          .forEach(e ->
              errors.add(new JsonObject().put("pointer", e.pointer()).put("detail", e.detail())));
      problem.put("errors", errors);
    }
    if (status == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    later(response, status, Optional.ofNullable(rejected));
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Cache-Control", "no-store")
        .end(problem.toBuffer());
  }

  private static void later(HttpServerResponse response, int status, Optional<Rejected> rejected) {
    if (status == 429 || status == 503) {
      long seconds = rejected
          .flatMap(Rejected::retryAfter)
          .map(Duration::toSeconds)
          .orElse(status == 429 ? CALM_SECONDS : SOON_SECONDS);
      response.putHeader("Retry-After", Long.toString(seconds));
    }
  }

  private static String type(Optional<Rejected> rejected) {
    return rejected.flatMap(Rejected::type).map(ProblemType::toString).orElse("about:blank");
  }

  private static String title(int status) {
    return io.netty.handler.codec.http.HttpResponseStatus.valueOf(status).reasonPhrase();
  }

  /** The first part of the path: the rest may be a key, an id or a name. */
  private static String route(RoutingContext ctx) {
    String[] parts = ctx.normalizedPath().split("/");
    int told = parts.length > 1 && parts[1].equals("api") ? 4 : 3;
    return String.join("/", Arrays.asList(parts).subList(0, Math.min(told, parts.length)));
  }

  private static String place(Throwable failure) {
    if (failure == null) {
      return "without an exception";
    }
    StackTraceElement[] trace = failure.getStackTrace();
    String name = failure.getClass().getName();
    String ours = name.startsWith("shopbell.") ? " " + failure.getMessage() : "";
    return name + ours + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
