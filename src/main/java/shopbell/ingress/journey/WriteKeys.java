package shopbell.ingress.journey;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.stream.Stream;
import shopbell.ingress.Credentials;
import shopbell.model.Rejected;
import shopbell.security.KeyRing;
import shopbell.security.Scope;

/**
 * Whether a tracking client may come in: by its write key as Basic user name, in the query (beacons have no headers),
 * in the body, or as Bearer. The texts are those of RudderStack's gateway.
 */
final class WriteKeys {
  private final KeyRing keys;

  WriteKeys(KeyRing keys) {
    this.keys = keys;
  }

  /** Fails with UNAUTHENTICATED or FORBIDDEN. {@code inBody} is the write key that stands in the body. */
  Future<String> admit(HttpServerRequest request, Optional<String> inBody) {
    return Stream.of(
            Credentials.basicUser(request),
            Optional.ofNullable(request.getParam("writeKey")),
            inBody,
            Credentials.bearer(request))
        .flatMap(Optional::stream)
        .filter(key -> !key.isBlank())
        .findFirst()
        .map(this::check)
        .orElseGet(() -> Future.failedFuture(
            new Rejected(Rejected.Reason.UNAUTHENTICATED, "failed to read writekey from header")));
  }

  /** Gives back {@code key} when it opens the journey. */
  Future<String> check(String key) {
    return keys.scope(key).map(found -> {
      Scope scope = found.orElseThrow(
          () -> new Rejected(Rejected.Reason.UNAUTHENTICATED, "invalid write key"));
      if (!scope.opens(Scope.JOURNEY)) {
        throw new Rejected(
            Rejected.Reason.FORBIDDEN, "A write key is a key of scope journey or admin.");
      }
      return key;
    });
  }
}
