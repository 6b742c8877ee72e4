package shopbell.context.rest;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import shopbell.context.SourceFailed;
import shopbell.context.SourceFailed.Reason;

/** What went wrong on the way to a source, in the few words a card has for it. */
final class Failures {
  private Failures() {}

  /** Whether the connection broke, so that asking again may help. */
  static boolean line(Throwable failure) {
    return failure instanceof HttpClosedException || failure instanceof StreamResetException;
  }

  static SourceFailed of(Throwable failure) {
    if (failure instanceof SourceFailed known) {
      return known;
    }
    if (failure instanceof TimeoutException && !(failure instanceof ConnectTimeoutException)) {
      return new SourceFailed(Reason.SILENT);
    }
    boolean away = failure instanceof IOException || line(failure);
    return new SourceFailed(away ? Reason.UNREACHABLE : Reason.BROKEN);
  }
}
