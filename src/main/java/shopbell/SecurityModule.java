package shopbell;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import shopbell.api.AuditRecorder;
import shopbell.api.SessionApi;
import shopbell.config.PublicAddress;
import shopbell.desk.Desk;
import shopbell.desk.SocketDismissals;
import shopbell.events.ChangePublisher;
import shopbell.events.Topic;
import shopbell.http.HttpRoutes;
import shopbell.http.SecurityHeaders;
import shopbell.scheduling.Intervals;
import shopbell.scheduling.PeriodicTask;
import shopbell.security.AuthenticationHandler;
import shopbell.security.OriginCheck;
import shopbell.security.Passwords;
import shopbell.security.SecondFactorCheck;
import shopbell.security.Sessions;
import shopbell.security.SignIn;
import shopbell.security.UserCredentials;
import shopbell.store.security.PgAuditLog;
import shopbell.store.security.PgSecondFactors;
import shopbell.store.security.PgServerSecrets;
import shopbell.store.security.PgSessions;
import shopbell.store.security.PgUsers;
import shopbell.store.sql.Database;

/** How people and machines come in; one for all event loops, as failures are counted together. */
record SecurityModule(
    HttpRoutes.Front front,
    AuthenticationHandler gate,
    SessionApi sessions,
    AuditRecorder audit,
    UserCredentials credentials,
    Sessions stored,
    SocketDismissals sockets,
    Foundation base)
    implements Module {
  private static final String TRIED = "tried";
  private static final String LEFT = "left";
  private static final Duration ACCESS_LOG = Duration.ofSeconds(1);

  /** {@code desk} has the open screens. */
  static SecurityModule of(Foundation base, Desk desk) {
    Configuration given = base.configuration();
    Configuration.Ports ports = given.ports();
    Database database = base.database();
    InstantSource clock = base.clock();
    PublicAddress address = ports.agents().shown();
    OriginCheck originCheck = new OriginCheck(address);
    PgSessions kept = new PgSessions(database);
    SocketDismissals sockets = new SocketDismissals(desk, base.users());
    AuthenticationHandler authenticationHandler = gate(base, kept, originCheck, sockets);
    UserCredentials credentials = new UserCredentials(
        new PgUsers(database),
        new Passwords(base.vertx()),
        new SecondFactorCheck(new PgSecondFactors(database), clock));
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
    SessionApi sessions =
        new SessionApi(signIn(base, credentials, kept), authenticationHandler, surroundings, audit);
    return new SecurityModule(
        front, authenticationHandler, sessions, audit, credentials, kept, sockets, base);
  }

  /** A session that is signed out at one node is forgotten at all nodes. */
  private static AuthenticationHandler gate(
      Foundation base, Sessions kept, OriginCheck originCheck, SocketDismissals sockets) {
    ChangePublisher changes = base.changes();
    AuthenticationHandler gate = new AuthenticationHandler(
        new AuthenticationHandler.GateParts(
            kept,
            base.keys(),
            originCheck,
            base.configuration().sessions(),
            hash -> changes.tell(LEFT, hash),
            sockets::open),
        base.clock());
    changes.on(LEFT, String.class, gate::forget);
    changes.add(gate);
    changes.add(sockets);
    return gate;
  }

  /** Failed sign-ins at one node count at all nodes. */
  private static SignIn signIn(Foundation base, UserCredentials credentials, Sessions kept) {
    ChangePublisher changes = base.changes();
    SignIn signIn = new SignIn(
        credentials,
        kept,
        new PgServerSecrets(base.database()),
        failedSignIn -> changes.tell(TRIED, failedSignIn),
        base.clock());
    changes.on(TRIED, SignIn.FailedSignIn.class, signIn::heard);
    return signIn;
  }

  @Override
  public List<PeriodicTask> tasks(Intervals intervals) {
    return List.of(PeriodicTask.everywhere(ACCESS_LOG, base.accessLog()::flush));
  }
}
