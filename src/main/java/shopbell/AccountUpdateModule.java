package shopbell;

import io.vertx.core.Future;
import shopbell.desk.Desk;
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
    Desk desk)
    implements Module {
  /** Completes when it listens; {@code read} is run whenever an account has changed, or may have. */
  Future<Void> open(Runnable read) {
    SocketDismissals sockets = new SocketDismissals(desk);
    gate.onIdle(sockets::open);
    directory.onChange(names -> {
      gate.changed(names);
      names.forEach(name -> sockets.changed(name, directory.find(name)));
    });
    told.on(Notifications.ACCOUNTS, read, changed -> read.run());
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
