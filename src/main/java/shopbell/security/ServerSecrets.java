package shopbell.security;

import io.vertx.core.Future;

/** Random values that all nodes of one shop share; kept by the store. */
public interface ServerSecrets {
  /** The 32 bytes of this name, made on the first request for them; the same ever after. */
  Future<byte[]> secret(String name);
}
