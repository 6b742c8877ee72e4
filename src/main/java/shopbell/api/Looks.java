package shopbell.api;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import shopbell.security.Glance;

/** The log of looks, to be read; there is no way to change it. */
public interface Looks {
  /** Newest first, 50 a page; without customer and agent all. */
  Future<Page<Glance>> page(
      Optional<UUID> customer, Optional<String> agent, Optional<String> before);
}
