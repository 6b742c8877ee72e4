package shopbell.security;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import shopbell.model.Page;

/** The permanent log of administrative actions; entries cannot be changed. */
public interface AuditLog {
  /** Completes when it is stored; fails with Unavailable while the store is unavailable. */
  Future<Void> write(AuditEntry act);

  /** Newest first, 50 a page. */
  Future<Page<AuditEntry>> page(AuditFilter filter, Optional<String> before);

  /**
   * All of them, newest first, a hundred at a time: the next are read when {@code each} has processed those before, for
   * which it has half a minute. Where there are none, {@code each} is given an empty list once.
   */
  Future<Void> export(AuditFilter filter, Function<List<AuditEntry>, Future<Void>> each);
}
