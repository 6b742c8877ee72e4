package shopbell.remote;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import shopbell.connector.ConnectorError;
import shopbell.model.Rejected;
import shopbell.remote.RemoteCallFailed.FailureReason;

/** Classifies failures of calls into the few reasons a card has words for. */
final class FailureClassifier {
  private FailureClassifier() {}

  /** Whether the connection broke, so that a retry may help. */
  static boolean line(Throwable failure) {
    return failure instanceof HttpClosedException || failure instanceof StreamResetException;
  }

  static RemoteCallFailed of(Throwable failure) {
    if (failure instanceof RemoteCallFailed known) {
      return known;
    }
    if (failure instanceof ConnectorError connectorError) {
      return new RemoteCallFailed(FailureReason.BROKEN, FailureDetails.of(connectorError));
    }
    if (failure instanceof Rejected refused && refused.reason() == Rejected.Reason.CROWDED) {
      return new RemoteCallFailed(FailureReason.BUSY);
    }
    if (failure instanceof TimeoutException && !(failure instanceof ConnectTimeoutException)) {
      return new RemoteCallFailed(FailureReason.SILENT);
    }
    boolean away = failure instanceof IOException || line(failure);
    return new RemoteCallFailed(away ? FailureReason.UNREACHABLE : FailureReason.BROKEN);
  }
}
