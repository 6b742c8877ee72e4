package shopbell.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.model.Handle;

/** The telephone numbers and e-mail addresses that are kept, in the form in which they are kept. */
public interface StoredHandles {
  /** A handle as it is kept, and as it is to be kept. */
  record Renewed(Handle was, String becomes) {}

  /** Whether all are kept in {@code form}. */
  Future<Boolean> all(int form);

  /** The next behind {@code after}, each once however many have it. */
  Future<List<Handle>> next(Optional<Handle> after, int most);

  /** Keeps them as they are to be, with whatever was named by them; the records whose cards are out of date. */
  Future<Set<UUID>> renew(List<Renewed> handles);

  /** All are kept in {@code form} from now on. */
  Future<Void> done(int form);
}
