package shopbell.api;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import shopbell.http.JsonResponses;
import shopbell.http.RequestBody;
import shopbell.json.JsonFields;
import shopbell.model.Rejected;
import shopbell.security.AuditEntry;
import shopbell.security.NewPassword;
import shopbell.security.OwnPasswordChange;
import shopbell.security.Principal;
import shopbell.security.Session;

/** The calls by which users change their own account. */
public final class AccountApi {
  private final OwnPasswordChange password;
  private final AuditRecorder audit;

  public AccountApi(OwnPasswordChange password, AuditRecorder audit) {
    this.password = password;
    this.audit = audit;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.post("/account/password").handler(this::changePassword);
    api.post("/account/confirmation").handler(this::confirm);
  }

  private void changePassword(RoutingContext ctx) {
    Session session = Principal.of(ctx).signedIn();
    JsonFields body = RequestBody.of(ctx);
    String current = body.exact("current", SessionApi.LONGEST).orElse("");
    String next = body.exact("password", NewPassword.LONGEST).orElse("");
    password
        .change(session, current, next)
        .compose(changed -> did(ctx, AuditEntry.AuditKind.PASSWORD_CHANGED))
        .onFailure(failure -> refused(ctx, failure))
        .onSuccess(kept -> JsonResponses.nothing(ctx));
  }

  private void confirm(RoutingContext ctx) {
    Session session = Principal.of(ctx).signedIn();
    String given = RequestBody.of(ctx).exact("password", SessionApi.LONGEST).orElse("");
    password
        .confirm(session, given)
        .compose(confirmed -> did(ctx, AuditEntry.AuditKind.CONFIRMED))
        .onFailure(failure -> refused(ctx, failure))
        .onSuccess(kept -> JsonResponses.nothing(ctx));
  }

  private Future<Void> did(RoutingContext ctx, AuditEntry.AuditKind auditKind) {
    return audit.did(ctx, auditKind, Principal.of(ctx).person().name());
  }

  private void refused(RoutingContext ctx, Throwable failure) {
    if (failure instanceof Rejected rejected && rejected.reason() == Rejected.Reason.SENSELESS) {
      did(ctx, AuditEntry.AuditKind.CONFIRMATION_REFUSED).onComplete(kept -> ctx.fail(failure));
    } else {
      ctx.fail(failure);
    }
  }
}
