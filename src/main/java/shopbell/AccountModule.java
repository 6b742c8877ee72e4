package shopbell;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import shopbell.api.AccountApi;
import shopbell.api.AuditRecorder;
import shopbell.api.SecondFactorApi;
import shopbell.api.admin.ApiKeyApi;
import shopbell.api.admin.UserApi;
import shopbell.interaction.AgentActions;
import shopbell.security.AuthenticationHandler;
import shopbell.security.OwnPasswordChange;
import shopbell.security.Passwords;
import shopbell.security.SecondFactorCheck;
import shopbell.security.Sessions;
import shopbell.security.UserCredentials;
import shopbell.store.security.PgApiKeys;
import shopbell.store.security.PgSecondFactors;
import shopbell.store.security.PgUsers;
import shopbell.store.sql.Database;

/** The accounts of people and the keys of machines, as they and administrators change them. */
record AccountModule(UserCredentials credentials, PgApiKeys keys, OwnPasswordChange own) {
  static AccountModule of(Vertx vertx, Database database, Sessions sessions, InstantSource clock) {
    UserCredentials credentials = new UserCredentials(
        new PgUsers(database),
        new Passwords(vertx),
        new SecondFactorCheck(new PgSecondFactors(database), clock));
    OwnPasswordChange own =
        new OwnPasswordChange(credentials.users(), sessions, credentials.passwords(), clock);
    return new AccountModule(credentials, new PgApiKeys(database), own);
  }

  /** Behind the gate. */
  void mount(
      Router api,
      AgentActions agentActions,
      AuthenticationHandler authenticationHandler,
      AuditRecorder audit) {
    new AccountApi(own, audit).mount(api);
    new SecondFactorApi(credentials.second(), authenticationHandler.rules(), audit).mount(api);
    new UserApi(credentials.users(), credentials.passwords(), agentActions, audit).mount(api);
    new ApiKeyApi(keys, audit).mount(api);
  }
}
