package shopbell.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Secret;
import shopbell.connector.Authentication;
import shopbell.connector.Authentication.AuthenticationKind;
import shopbell.json.StrictJson;
import shopbell.model.Rejected;

/**
 * Authenticates requests to one system; a token that has to be fetched is fetched once and cached until it expires.
 */
final class ClientCredentials {
  private static final Duration SPARE = Duration.ofSeconds(30);
  private static final int USUAL_SECONDS = 300;

  private final Authentication how;
  private final RemoteSettings settings;
  private final HttpExchange httpExchange;
  private final InstantSource clock;
  private Future<String> token = Future.failedFuture("none yet");
  private Instant ends = Instant.EPOCH;

  /** InvalidConfiguration when a credential is missing that {@code usual} or the operator's keys require. */
  ClientCredentials(
      Authentication usual,
      RemoteSettings settings,
      HttpExchange httpExchange,
      InstantSource clock) {
    this.how = given(usual, settings);
    this.settings = settings;
    this.httpExchange = httpExchange;
    this.clock = clock;
    switch (how.kind()) {
      case NONE -> {}
      case BEARER, HEADER, QUERY -> there("token", settings.token());
      case BASIC -> {
        there("user", settings.user());
        there("password", settings.password());
      }
      case CLIENT_CREDENTIALS -> {
        there("user", settings.user());
        there("password", settings.password());
        there("tokenUrl", settings.tokenUrl());
        BaseAddress.of(settings.where() + ".tokenUrl", settings.tokenUrl().orElseThrow(), settings);
      }
    }
  }

  /** A user instead of a token is enough: as Basic, or with a {@code tokenUrl} as client credentials. */
  private static Authentication given(Authentication usual, RemoteSettings settings) {
    if (settings.token().isPresent()
        || settings.user().isEmpty()
        || usual.kind() == AuthenticationKind.NONE) {
      return usual;
    }
    AuthenticationKind authenticationKind = settings.tokenUrl().isPresent()
        ? AuthenticationKind.CLIENT_CREDENTIALS
        : AuthenticationKind.BASIC;
    return new Authentication(authenticationKind, Optional.empty(), Optional.empty());
  }

  /** Fails with REFUSED when no token is issued. */
  Future<RequestOptions> sign(RequestOptions request) {
    return switch (how.kind()) {
      case NONE -> Future.succeededFuture(request);
      case BEARER -> Future.succeededFuture(bearer(request, token()));
      case BASIC -> Future.succeededFuture(request.putHeader("Authorization", basic()));
      case HEADER ->
        Future.succeededFuture(request.putHeader(how.name().orElseThrow(), how.value(token())));
      case QUERY -> {
        String parameter = BaseAddress.query(Map.of(how.name().orElseThrow(), how.value(token())));
        String sign = request.getURI().contains("?") ? "&" : "?";
        yield Future.succeededFuture(request.setURI(request.getURI() + sign + parameter));
      }
      case CLIENT_CREDENTIALS -> fetched().map(fresh -> bearer(request, fresh));
    };
  }

  /** The system refused the token: the next request fetches another. */
  synchronized void refused() {
    ends = Instant.EPOCH;
  }

  private static RequestOptions bearer(RequestOptions request, String token) {
    return request.putHeader("Authorization", "Bearer " + token);
  }

  private String basic() {
    String both = settings.user().orElseThrow() + ":" + password();
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private String token() {
    return settings.token().map(Secret::reveal).orElseThrow();
  }

  private String password() {
    return settings.password().map(Secret::reveal).orElseThrow();
  }

  private void there(String key, Optional<?> value) {
    if (value.isEmpty()) {
      throw InvalidConfiguration.missing(settings.where() + "." + key, "this system asks for it");
    }
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
    String form = BaseAddress.query(Map.of(
        "grant_type", "client_credentials",
        "client_id", settings.user().orElseThrow(),
        "client_secret", password()));
    RequestOptions request = new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setAbsoluteURI(settings.tokenUrl().orElseThrow())
        .putHeader("Accept", "application/json")
        .putHeader("Content-Type", "application/x-www-form-urlencoded");
    return httpExchange.send(request, Buffer.buffer(form)).map(httpAnswer -> {
      JsonNode body =
          httpAnswer.status() == 200 ? json(httpAnswer.body()) : MissingNode.getInstance();
      if (!body.path("access_token").isTextual()) {
        throw new RemoteCallFailed(RemoteCallFailed.FailureReason.REFUSED);
      }
      JsonNode seconds = body.path("expires_in");
      lasts(now.plusSeconds(seconds.canConvertToInt() ? seconds.intValue() : USUAL_SECONDS)
          .minus(SPARE));
      return body.path("access_token").textValue();
    });
  }

  private static JsonNode json(Buffer body) {
    try {
      return StrictJson.read(body.getBytes());
    } catch (Rejected noJson) {
      return MissingNode.getInstance();
    }
  }

  private synchronized void lasts(Instant until) {
    ends = until;
  }
}
