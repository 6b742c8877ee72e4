package shopbell;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import shopbell.api.AccountCalls;
import shopbell.api.AuditTrail;
import shopbell.api.Corridor;
import shopbell.api.KeyCalls;
import shopbell.api.SecondFactorCalls;
import shopbell.api.UserCalls;
import shopbell.security.Gate;
import shopbell.security.OwnPassword;
import shopbell.security.Passwords;
import shopbell.security.SecondFactorCheck;
import shopbell.security.Sessions;
import shopbell.security.UserCredentials;
import shopbell.store.Database;
import shopbell.store.PgKeys;
import shopbell.store.PgSecondFactors;
import shopbell.store.PgUsers;

/** The accounts of people and the keys of machines, as they and administrators change them. */
record AccountOffice(UserCredentials credentials, PgKeys keys, OwnPassword own) {
  static AccountOffice of(Vertx vertx, Database database, Sessions sessions, InstantSource clock) {
    UserCredentials credentials = new UserCredentials(
        new PgUsers(database),
        new Passwords(vertx),
        new SecondFactorCheck(new PgSecondFactors(database), clock));
    OwnPassword own =
        new OwnPassword(credentials.users(), sessions, credentials.passwords(), clock);
    return new AccountOffice(credentials, new PgKeys(database), own);
  }

  /** Behind the gate. */
  void mount(Router api, Corridor corridor, Gate gate, AuditTrail audit) {
    new AccountCalls(own, audit).mount(api);
    new SecondFactorCalls(credentials.second(), gate.rules(), audit).mount(api);
    new UserCalls(credentials.users(), credentials.passwords(), corridor, audit).mount(api);
    new KeyCalls(keys, audit).mount(api);
  }
}
