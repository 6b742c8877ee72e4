package shopbell;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import shopbell.api.AuditRecorder;
import shopbell.api.SessionApi;
import shopbell.config.InvalidConfiguration;
import shopbell.config.PublicAddress;
import shopbell.config.Settings;
import shopbell.http.HttpRoutes;
import shopbell.http.SecurityHeaders;
import shopbell.security.AllowedHosts;
import shopbell.security.ApiKeyCache;
import shopbell.security.AuthenticationHandler;
import shopbell.security.ClientAddress;
import shopbell.security.OriginCheck;
import shopbell.security.SessionRules;
import shopbell.security.SignIn;
import shopbell.store.security.PgAuditLog;
import shopbell.store.security.PgServerSecrets;
import shopbell.store.security.PgSessions;
import shopbell.store.sql.Database;

/** How people and machines come in; one for all event loops, as failures are counted together. */
record SecurityModule(
    HttpRoutes.Front front,
    AuthenticationHandler gate,
    SignIn signIn,
    SessionApi sessions,
    AuditRecorder audit,
    AccountModule accounts) {
  static SecurityModule of(
      Vertx vertx, Settings settings, Database database, ApiKeyCache keys, InstantSource clock) {
    PublicAddress address = settings.publicAddress();
    OriginCheck originCheck = new OriginCheck(address);
    PgSessions kept = new PgSessions(database);
    AuthenticationHandler authenticationHandler = new AuthenticationHandler(kept, keys, originCheck, clock, SessionRules.of(settings));
    AccountModule accounts = AccountModule.of(vertx, database, kept, clock);
    SignIn signIn = new SignIn(accounts.credentials(), kept, new PgServerSecrets(database), clock);
    AuditRecorder audit = new AuditRecorder(new PgAuditLog(database), proxies(settings), clock);
    SessionApi.Surroundings surroundings = new SessionApi.Surroundings(
        originCheck,
        audit.addresses(),
        settings.locale(),
        address,
        address.origin().isEmpty() && settings.loopback(),
        !settings.text("http.frameAncestors").equals("'none'"));
    HttpRoutes.Front front = new HttpRoutes.Front(
        address.path(), new SecurityHeaders(settings), new AllowedHosts(settings, "http.host"));
    SessionApi sessions = new SessionApi(signIn, authenticationHandler, surroundings, audit);
    return new SecurityModule(front, authenticationHandler, signIn, sessions, audit, accounts);
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
