package shopbell.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.model.Handle;

/** The stored telephone numbers and e-mail addresses, and the form version they are stored in. */
public interface StoredHandles {
  /** A handle as it is stored, and its new value. */
  record Renewed(Handle was, String becomes) {}

  /** Whether all are stored in {@code form}. */
  Future<Boolean> all(int form);

  /** The next distinct handles behind {@code after}. */
  Future<List<Handle>> next(Optional<Handle> after, int most);

  /** Replaces the stored handles and all references to them; returns the records with outdated cards. */
  Future<Set<UUID>> renew(List<Renewed> handles);

  /** Records that all are stored in {@code form}. */
  Future<Void> done(int form);
}
