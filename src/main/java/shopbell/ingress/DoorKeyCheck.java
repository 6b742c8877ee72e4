package shopbell.ingress;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import shopbell.config.Secret;
import shopbell.model.Rejected;
import shopbell.security.ApiKeyCache;
import shopbell.security.ApiKeyScope;

/**
 * Checks the key of a sender: as Bearer, as Basic user name, or in the address for systems that support nothing else.
 */
public final class DoorKeyCheck {
  private final ApiKeyCache keys;

  public DoorKeyCheck(ApiKeyCache keys) {
    this.keys = keys;
  }

  /** Fails with UNAUTHENTICATED or FORBIDDEN. {@code inPath} is the address's last segment where there is one. */
  Future<Void> admit(DoorSettings door, HttpServerRequest request, Optional<String> inPath) {
    Optional<String> secret = DoorCredentials.bearer(request)
        .or(() -> DoorCredentials.basicUser(request))
        .or(() -> inPath);
    if (secret.isEmpty()) {
      return Future.failedFuture(
          new Rejected(
              Rejected.Reason.UNAUTHENTICATED,
              "Send the door's key as Authorization: Bearer, as Basic user name, or as last part of the address."));
    }
    return admit(door, secret.get());
  }

  /** Checks a secret that was sent in another way. */
  Future<Void> admit(DoorSettings door, String secret) {
    if (door.key().filter(own -> same(own, secret)).isPresent()) {
      return Future.succeededFuture();
    }
    return keys.scope(secret).map(scope -> check(scope));
  }

  private static Void check(Optional<ApiKeyScope> found) {
    ApiKeyScope apiKeyScope = found.orElseThrow(
        () -> new Rejected(Rejected.Reason.UNAUTHENTICATED, "This key opens no door."));
    if (!apiKeyScope.opens(ApiKeyScope.IN)) {
      throw new Rejected(Rejected.Reason.FORBIDDEN, "Doors need a key of scope in or admin.");
    }
    return null;
  }

  private static boolean same(Secret own, String given) {
    return MessageDigest.isEqual(
        own.reveal().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
