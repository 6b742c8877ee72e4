package shopbell.identity;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.model.Handle;

/**
 * Upgrades handles stored before {@link HandleNormaliser#FORM} changed, so that a new call matches an old record. Runs
 * in the background, in batches; a handle that can no longer be parsed stays as it is.
 */
public final class HandleFormUpgrade {
  private static final int AT_A_TIME = 500;

  private final StoredHandles stored;
  private final HandleNormaliser handleNormaliser;
  private Optional<Handle> last = Optional.empty();
  private boolean done;

  public HandleFormUpgrade(StoredHandles stored, HandleNormaliser handleNormaliser) {
    this.stored = stored;
    this.handleNormaliser = handleNormaliser;
  }

  /**
   * Upgrades the next batch; {@code more} of the result is false when all have the current form. One round after the
   * other.
   */
  public Future<DuplicateFinder.Round> round() {
    if (done) {
      return Future.succeededFuture(new DuplicateFinder.Round(false, Set.of(), false));
    }
    Future<Boolean> before =
        last.isEmpty() ? stored.all(HandleNormaliser.FORM) : Future.succeededFuture(false);
    return before.compose(all -> all
        ? Future.succeededFuture(finished(Set.of()))
        : stored.next(last, AT_A_TIME).compose(this::renewed));
  }

  private Future<DuplicateFinder.Round> renewed(List<Handle> handles) {
    List<StoredHandles.Renewed> old = new ArrayList<>();
    for (Handle handle : handles) {
      List<Handle> now = handleNormaliser.handles(List.of(handle), ignoredHandle -> {});
      if (now.size() == 1 && !now.get(0).value().equals(handle.value())) {
        old.add(new StoredHandles.Renewed(handle, now.get(0).value()));
      }
    }
    return stored.renew(old).compose(touched -> {
      if (handles.size() == AT_A_TIME) {
        last = Optional.of(handles.get(handles.size() - 1));
        return Future.succeededFuture(
            new DuplicateFinder.Round(true, new HashSet<>(touched), false));
      }
      return stored.done(HandleNormaliser.FORM).map(x -> finished(touched));
    });
  }

  private DuplicateFinder.Round finished(Set<UUID> touched) {
    done = true;
    return new DuplicateFinder.Round(false, touched, false);
  }
}
