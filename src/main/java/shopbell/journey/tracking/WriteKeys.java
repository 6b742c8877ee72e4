package shopbell.journey.tracking;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.stream.Stream;
import shopbell.ingress.DoorCredentials;
import shopbell.model.Rejected;
import shopbell.security.ApiKeyCache;
import shopbell.security.ApiKeyScope;

/**
 * Checks the write key of a tracking client: as Basic user name, in the query (beacons have no headers), as Bearer, or
 * in the body. The texts are those of RudderStack's gateway.
 */
final class WriteKeys {
  private final ApiKeyCache keys;

  WriteKeys(ApiKeyCache keys) {
    this.keys = keys;
  }

  /** The key in the head of {@code request}. */
  static Optional<String> inHead(HttpServerRequest request) {
    return Stream.of(
            DoorCredentials.basicUser(request),
            Optional.ofNullable(request.getParam("writeKey")),
            DoorCredentials.bearer(request))
        .flatMap(Optional::stream)
        .filter(key -> !key.isBlank())
        .findFirst();
  }

  /** Fails with UNAUTHENTICATED or FORBIDDEN. */
  Future<String> admit(Optional<String> given) {
    return given
        .map(this::check)
        .orElseGet(() -> Future.failedFuture(
            new Rejected(Rejected.Reason.UNAUTHENTICATED, "failed to read writekey from header")));
  }

  /** Returns {@code key} when its scope is the journey. */
  Future<String> check(String key) {
    return keys.scope(key).map(found -> {
      ApiKeyScope apiKeyScope = found.orElseThrow(
          () -> new Rejected(Rejected.Reason.UNAUTHENTICATED, "invalid write key"));
      if (!apiKeyScope.opens(ApiKeyScope.JOURNEY)) {
        throw new Rejected(
            Rejected.Reason.FORBIDDEN, "A write key is a key of scope journey or admin.");
      }
      return key;
    });
  }
}
