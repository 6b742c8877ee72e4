package shopbell.security;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Page;

/** Reads the access log; entries cannot be changed. */
public interface AccessLog {
  /** Newest first, 50 a page; without customer and agent all. */
  Future<Page<AccessEntry>> page(
      Optional<UUID> customer, Optional<String> agent, Optional<String> before);
}
