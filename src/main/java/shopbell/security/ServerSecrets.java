package shopbell.security;

import io.vertx.core.Future;

/** Random values that all nodes of one shop share, from the store. */
public interface ServerSecrets {
  /** The 32 bytes of this name, generated on the first request; the same ever after. */
  Future<byte[]> secret(String name);
}
