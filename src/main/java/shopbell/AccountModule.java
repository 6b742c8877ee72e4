package shopbell;

import io.vertx.ext.web.Router;
import shopbell.api.AccountApi;
import shopbell.api.AuditRecorder;
import shopbell.api.SecondFactorApi;
import shopbell.api.admin.ApiKeyApi;
import shopbell.api.admin.UserApi;
import shopbell.security.OwnPasswordChange;
import shopbell.security.UserCredentials;
import shopbell.store.security.PgApiKeys;

/** The accounts of people and the keys of machines, as they and administrators change them. */
record AccountModule(Foundation base, SecurityModule security, OwnPasswordChange own)
    implements Module {
  static AccountModule of(Foundation base, SecurityModule security) {
    UserCredentials credentials = security.credentials();
    OwnPasswordChange own = new OwnPasswordChange(
        credentials.users(), security.stored(), credentials.passwords(), base.clock());
    return new AccountModule(base, security, own);
  }

  @Override
  public void mount(Router api) {
    UserCredentials credentials = security.credentials();
    AuditRecorder audit = security.audit();
    new AccountApi(own, audit).mount(api);
    new SecondFactorApi(credentials.second(), security.gate().rules(), audit).mount(api);
    new UserApi(credentials.users(), credentials.passwords(), base.users(), audit).mount(api);
    new ApiKeyApi(new PgApiKeys(base.database()), audit).mount(api);
  }
}
