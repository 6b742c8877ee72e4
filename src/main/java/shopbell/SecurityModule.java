package shopbell;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import shopbell.api.AuditRecorder;
import shopbell.api.SessionApi;
import shopbell.config.PublicAddress;
import shopbell.events.Topic;
import shopbell.http.HttpRoutes;
import shopbell.http.SecurityHeaders;
import shopbell.scheduling.Intervals;
import shopbell.scheduling.PeriodicTask;
import shopbell.security.AuthenticationHandler;
import shopbell.security.OriginCheck;
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
    AccountModule accounts,
    Foundation base)
    implements Module {
  private static final Duration ACCESS_LOG = Duration.ofSeconds(1);

  static SecurityModule of(Foundation base) {
    Configuration given = base.configuration();
    Configuration.Ports ports = given.ports();
    Database database = base.database();
    InstantSource clock = base.clock();
    PublicAddress address = ports.agents().shown();
    OriginCheck originCheck = new OriginCheck(address);
    PgSessions kept = new PgSessions(database);
    AuthenticationHandler authenticationHandler =
        new AuthenticationHandler(kept, base.keys(), originCheck, clock, given.sessions());
    AccountModule accounts = AccountModule.of(base.vertx(), database, kept, clock);
    SignIn signIn = new SignIn(accounts.credentials(), kept, new PgServerSecrets(database), clock);
    AuditRecorder audit = new AuditRecorder(
        new PgAuditLog(database), ports.clients(), clock, base.changed(Topic.AUDIT));
    SessionApi.Surroundings surroundings = new SessionApi.Surroundings(
        originCheck,
        audit.addresses(),
        given.locale(),
        address,
        address.origin().isEmpty() && ports.agents().listen().loopback(),
        ports.frameAncestors().embeddable());
    HttpRoutes.Front front = new HttpRoutes.Front(
        address.path(), new SecurityHeaders(address, ports.frameAncestors()), ports.agentHosts());
    SessionApi sessions = new SessionApi(signIn, authenticationHandler, surroundings, audit);
    return new SecurityModule(
        front, authenticationHandler, signIn, sessions, audit, accounts, base);
  }

  @Override
  public List<PeriodicTask> tasks(Intervals intervals) {
    return List.of(PeriodicTask.everywhere(ACCESS_LOG, base.accessLog()::flush));
  }
}
