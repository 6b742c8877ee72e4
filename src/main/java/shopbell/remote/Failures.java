package shopbell.remote;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import shopbell.mapping.Mistake;
import shopbell.model.Rejected;
import shopbell.remote.CallFailed.Reason;

/** What went wrong on the way to a source, in the few words a card has for it. */
final class Failures {
  private Failures() {}

  /** Whether the connection broke, so that asking again may help. */
  static boolean line(Throwable failure) {
    return failure instanceof HttpClosedException || failure instanceof StreamResetException;
  }

  static CallFailed of(Throwable failure) {
    if (failure instanceof CallFailed known) {
      return known;
    }
    if (failure instanceof Mistake mistake) {
      return new CallFailed(Reason.BROKEN, Particulars.of(mistake));
    }
    if (failure instanceof Rejected refused && refused.reason() == Rejected.Reason.CROWDED) {
      return new CallFailed(Reason.BUSY);
    }
    if (failure instanceof TimeoutException && !(failure instanceof ConnectTimeoutException)) {
      return new CallFailed(Reason.SILENT);
    }
    boolean away = failure instanceof IOException || line(failure);
    return new CallFailed(away ? Reason.UNREACHABLE : Reason.BROKEN);
  }
}
