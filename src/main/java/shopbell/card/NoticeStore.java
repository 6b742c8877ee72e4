package shopbell.card;

import io.vertx.core.Future;
import java.util.List;
import shopbell.model.event.NoticeRecord;

/** What everybody concerned should know just now; kept by the store. */
public interface NoticeStore {
  /** Those that are raised and not cleared, newest first, at most 50. */
  Future<List<NoticeRecord>> current();
}
