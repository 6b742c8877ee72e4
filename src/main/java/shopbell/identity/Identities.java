package shopbell.identity;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import shopbell.model.Handle;

/** What the store knows about who uses a handle. */
public interface Identities {
  /** One entry for each customer and handle that match, number blocks included; at most 50. */
  Future<List<Evidence>> about(List<Handle> handles, Instant now);

  /** An agent has said that {@code handles} belong to {@code customer}: kept as a link in the journal. */
  Future<Void> learn(UUID customer, List<Handle> handles, String agent, Instant now);
}
