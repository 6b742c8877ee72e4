package shopbell;

import io.vertx.core.Future;
import shopbell.desk.SocketDismissals;
import shopbell.security.ApiKeyCache;
import shopbell.security.AuthenticationHandler;
import shopbell.security.UserDirectory;
import shopbell.store.sql.Notifications;

/** Changes of accounts, keys and sessions by any process: they count here at once, for open screens too. */
record AccountUpdateModule(
    Notifications told,
    UserDirectory directory,
    AuthenticationHandler gate,
    ApiKeyCache keys,
    SocketDismissals sockets)
    implements Module {
  /** Completes when it listens. */
  Future<Void> open() {
    told.on(Notifications.ACCOUNTS, directory::refresh, changed -> directory.refresh());
    told.on(Notifications.SESSION_ENDED, () -> {}, hash -> {
      gate.forget(hash);
      sockets.ended(hash);
    });
    told.on(Notifications.KEYS, keys::forget, changed -> keys.forget());
    return told.open();
  }

  @Override
  public void close() {
    told.close();
  }
}
