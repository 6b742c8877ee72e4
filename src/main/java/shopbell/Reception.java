package shopbell;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import shopbell.api.AuditTrail;
import shopbell.api.SessionCalls;
import shopbell.config.InvalidConfiguration;
import shopbell.config.PublicAddress;
import shopbell.config.Settings;
import shopbell.security.AllowedHosts;
import shopbell.security.ClientAddress;
import shopbell.security.Gate;
import shopbell.security.KeyRing;
import shopbell.security.Origins;
import shopbell.security.ResponseHeaders;
import shopbell.security.SessionRules;
import shopbell.security.SignIn;
import shopbell.store.Database;
import shopbell.store.PgAudit;
import shopbell.store.PgServerSecrets;
import shopbell.store.PgSessions;

/** How people and machines come in; one for all event loops, as failures are counted together. */
record Reception(
    Routes.Front front,
    Gate gate,
    SignIn signIn,
    SessionCalls sessions,
    AuditTrail audit,
    AccountOffice accounts) {
  static Reception of(
      Vertx vertx, Settings settings, Database database, KeyRing keys, InstantSource clock) {
    PublicAddress address = settings.publicAddress();
    Origins origins = new Origins(address);
    PgSessions kept = new PgSessions(database);
    Gate gate = new Gate(kept, keys, origins, clock, SessionRules.of(settings));
    AccountOffice accounts = AccountOffice.of(vertx, database, kept, clock);
    SignIn signIn = new SignIn(accounts.credentials(), kept, new PgServerSecrets(database), clock);
    AuditTrail audit = new AuditTrail(new PgAudit(database), proxies(settings), clock);
    SessionCalls.Surroundings surroundings = new SessionCalls.Surroundings(
        origins,
        audit.addresses(),
        settings.locale(),
        address,
        address.origin().isEmpty() && settings.loopback(),
        !settings.text("http.frameAncestors").equals("'none'"));
    Routes.Front front = new Routes.Front(
        address.path(), new ResponseHeaders(settings), new AllowedHosts(settings, "http.host"));
    SessionCalls sessions = new SessionCalls(signIn, gate, surroundings, audit);
    return new Reception(front, gate, signIn, sessions, audit, accounts);
  }

  private static ClientAddress proxies(Settings settings) {
    try {
      return new ClientAddress(settings.text("http.trustedProxies"));
    } catch (IllegalArgumentException e) {
      throw new InvalidConfiguration(
          "http.trustedProxies is a list of addresses in CIDR notation, such as 10.0.0.0/8, ::1");
    }
  }
}
