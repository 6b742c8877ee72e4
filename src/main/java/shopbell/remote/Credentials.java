package shopbell.remote;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import shopbell.config.BadSettings;
import shopbell.config.Secret;
import shopbell.mapping.Authentication;

/** Signs requests for one source; a token that has to be fetched first is fetched once and kept until it ends. */
final class Credentials {
  private static final Duration SPARE = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 64 * 1024;

  private final Authentication how;
  private final RemoteSettings settings;
  private final WebClient client;
  private final InstantSource clock;
  private Future<String> token = Future.failedFuture("none yet");
  private Instant ends = Instant.EPOCH;

  Credentials(Authentication how, RemoteSettings settings, WebClient client, InstantSource clock) {
    this.how = how;
    this.settings = settings;
    this.client = client;
    this.clock = clock;
  }

  /** Fails with REFUSED when there is no token to be had. */
  Future<HttpRequest<Buffer>> sign(HttpRequest<Buffer> request) {
    return switch (how.kind()) {
      case NONE -> Future.succeededFuture(request);
      case BEARER -> Future.succeededFuture(request.bearerTokenAuthentication(token()));
      case BASIC ->
        Future.succeededFuture(
            request.basicAuthentication(settings.user().orElse(""), secret(settings.password())));
      case HEADER ->
        Future.succeededFuture(request.putHeader(how.name().orElseThrow(), how.value(token())));
      case QUERY ->
        Future.succeededFuture(request.addQueryParam(how.name().orElseThrow(), how.value(token())));
      case CLIENT_CREDENTIALS -> fetched().map(request::bearerTokenAuthentication);
    };
  }

  /** The source does not take it any more: the next request fetches another. */
  synchronized void refused() {
    ends = Instant.EPOCH;
  }

  private String token() {
    return secret(settings.token());
  }

  private String secret(Optional<Secret> secret) {
    return secret
        .map(Secret::reveal)
        .orElseThrow(
            () -> new BadSettings(settings.where() + ": token, or user and password, is missing"));
  }

  private synchronized Future<String> fetched() {
    Instant now = clock.instant();
    if (token.isComplete() && (token.failed() || !now.isBefore(ends))) {
      ends = now.plus(SPARE);
      token = fetch(now);
    }
    return token;
  }

  private Future<String> fetch(Instant now) {
    MultiMap form = MultiMap.caseInsensitiveMultiMap()
        .add("grant_type", "client_credentials")
        .add("client_id", settings.user().orElse(""))
        .add("client_secret", secret(settings.password()));
    return client
        .postAbs(settings.tokenUrl().orElseThrow())
        .as(new BoundedBody(MOST_BYTES))
        .sendForm(form)
        .map(answer -> {
          JsonObject body =
              answer.statusCode() == 200 ? answer.body().toJsonObject() : new JsonObject();
          if (body.getString("access_token") == null) {
            throw new CallFailed(CallFailed.Reason.REFUSED);
          }
          lasts(now.plusSeconds(body.getLong("expires_in", 300L)).minus(SPARE));
          return body.getString("access_token");
        });
  }

  private synchronized void lasts(Instant until) {
    ends = until;
  }
}
