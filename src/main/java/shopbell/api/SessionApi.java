package shopbell.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import shopbell.config.PublicAddress;
import shopbell.http.JsonResponses;
import shopbell.http.RequestBody;
import shopbell.json.JsonFields;
import shopbell.model.Page;
import shopbell.model.Rejected;
import shopbell.security.AuditEntry;
import shopbell.security.AuthenticationHandler;
import shopbell.security.ClientAddress;
import shopbell.security.OriginCheck;
import shopbell.security.Principal;
import shopbell.security.Session;
import shopbell.security.SignIn;

/** Calls to sign in, to sign out, and to read the current user. */
public final class SessionApi {
  static final int LONGEST = 1_000;

  private final SignIn signIn;
  private final AuthenticationHandler authenticationHandler;
  private final OriginCheck originCheck;
  private final ClientAddress addresses;
  private final Locale locale;
  private final SessionCookies cookies;
  private final AuditRecorder audit;

  /**
   * How browsers reach us: our own origins, the trusted proxies, the language, the address, whether from this machine
   * alone, and whether embedded in another site's page too.
   */
  public record Surroundings(
      OriginCheck origins,
      ClientAddress addresses,
      Locale locale,
      PublicAddress address,
      boolean loopback,
      boolean embeddable) {}

  public SessionApi(
      SignIn signIn,
      AuthenticationHandler authenticationHandler,
      Surroundings surroundings,
      AuditRecorder audit) {
    this.signIn = signIn;
    this.authenticationHandler = authenticationHandler;
    this.originCheck = surroundings.origins();
    this.addresses = surroundings.addresses();
    this.locale = surroundings.locale();
    this.cookies = new SessionCookies(surroundings);
    this.audit = audit;
  }

  /** Signing in needs no session; the others require authentication. */
  public void mount(Router api) {
    api.post("/session").handler(this::open);
    api.get("/session")
        .handler(authenticationHandler)
        .handler(ctx -> answer(ctx, Principal.of(ctx).signedIn()));
    api.delete("/session").handler(authenticationHandler).handler(this::close);
    api.get("/sessions").handler(authenticationHandler).handler(this::list);
    api.delete("/sessions").handler(authenticationHandler).handler(this::closeAll);
  }

  private void open(RoutingContext ctx) {
    originCheck.check(ctx.request());
    JsonFields body = RequestBody.of(ctx);
    boolean embedded = body.flag("embedded");
    if (embedded) {
      cookies.checkEmbedded();
    }
    SignIn.Attempt attempt = new SignIn.Attempt(
        body.text("name", 100),
        body.exact("password", LONGEST).orElse(""),
        body.optional("code", 50).orElse(""),
        addresses.of(ctx.request()),
        cookies.device(ctx.request()));
    signIn
        .open(attempt)
        .compose(opened -> audit
            .signing(ctx, opened.session().agent().name(), AuditEntry.AuditKind.SIGNED_IN)
            .map(opened))
        .onFailure(failure -> refused(ctx, failure))
        .onSuccess(opened -> {
          cookies.open(ctx.response(), opened, embedded);
          answer(ctx, opened.session());
        });
  }

  /** A refused name is not recorded: people type passwords there. */
  private void refused(RoutingContext ctx, Throwable failure) {
    if (failure instanceof Rejected rejected
        && rejected.reason() == Rejected.Reason.UNAUTHENTICATED) {
      audit
          .signing(ctx, "nobody", AuditEntry.AuditKind.SIGN_IN_REFUSED)
          .onComplete(kept -> ctx.fail(failure));
    } else {
      ctx.fail(failure);
    }
  }

  private void close(RoutingContext ctx) {
    String name = Principal.of(ctx).actor();
    authenticationHandler
        .leave(ctx.request())
        .compose(left -> audit.signing(ctx, name, AuditEntry.AuditKind.SIGNED_OUT))
        .onFailure(ctx::fail)
        .onSuccess(left -> {
          cookies.close(ctx.request());
          JsonResponses.nothing(ctx);
        });
  }

  private void list(RoutingContext ctx) {
    Session mine = Principal.of(ctx).signedIn();
    authenticationHandler
        .sessions(mine)
        .onFailure(ctx::fail)
        .onSuccess(all -> JsonResponses.json(
            ctx,
            200,
            new Page<>(all.stream().map(one -> shown(one, mine)).toList(), Optional.empty())));
  }

  private static Map<String, Object> shown(Session session, Session mine) {
    return Map.of(
        "openedAt", session.openedAt(),
        "seenAt", session.seenAt(),
        "current", session.hash().equals(mine.hash()));
  }

  /** The sockets at all nodes close too, after the store's notification of each session. */
  private void closeAll(RoutingContext ctx) {
    Session mine = Principal.of(ctx).signedIn();
    authenticationHandler
        .leaveEverywhere(mine)
        .compose(left ->
            audit.signing(ctx, mine.agent().name(), AuditEntry.AuditKind.SIGNED_OUT_EVERYWHERE))
        .onFailure(ctx::fail)
        .onSuccess(kept -> {
          cookies.close(ctx.request());
          JsonResponses.nothing(ctx);
        });
  }

  private void answer(RoutingContext ctx, Session session) {
    JsonResponses.json(
        ctx,
        200,
        Map.of(
            "agent", session.agent(),
            "locale", locale.getLanguage(),
            "mustEnrol", authenticationHandler.rules().mustEnrol(session)));
  }
}
