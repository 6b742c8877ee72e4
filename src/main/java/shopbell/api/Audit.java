package shopbell.api;

import io.vertx.core.Future;
import java.util.Optional;
import shopbell.security.AuditEntry;

/** What was done here, kept for good: there is no way to change it. */
public interface Audit {
  /** Completes when it is kept; fails with Unavailable while the store is away. */
  Future<Void> write(AuditEntry act);

  /** Newest first, 50 a page; {@code subject} for one user, key, file or customer only. */
  Future<Page<AuditEntry>> page(Optional<String> subject, Optional<String> before);
}
