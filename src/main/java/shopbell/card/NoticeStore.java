package shopbell.card;

import io.vertx.core.Future;
import java.util.List;
import shopbell.model.event.NoticeRecord;

/** The stored notices for agents. */
public interface NoticeStore {
  /** The notices that were raised and not cleared, newest first, at most 50. */
  Future<List<NoticeRecord>> current();
}
