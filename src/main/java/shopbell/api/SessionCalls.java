package shopbell.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import shopbell.config.PublicAddress;
import shopbell.json.JsonFields;
import shopbell.model.Rejected;
import shopbell.security.AuditEntry;
import shopbell.security.Caller;
import shopbell.security.ClientAddress;
import shopbell.security.Gate;
import shopbell.security.Origins;
import shopbell.security.Session;
import shopbell.security.SignIn;

/** Signing in and out, and who am I. */
public final class SessionCalls {
  static final int LONGEST = 1_000;

  private final SignIn signIn;
  private final Gate gate;
  private final Origins origins;
  private final ClientAddress addresses;
  private final Locale locale;
  private final SessionCookies cookies;
  private final AuditTrail audit;

  /**
   * How browsers reach us: which pages are ours, which proxies are, in what language, at which address, whether from this
   * machine alone, and whether inside another site's page too.
   */
  public record Surroundings(
      Origins origins,
      ClientAddress addresses,
      Locale locale,
      PublicAddress address,
      boolean loopback,
      boolean embeddable) {}

  public SessionCalls(SignIn signIn, Gate gate, Surroundings surroundings, AuditTrail audit) {
    this.signIn = signIn;
    this.gate = gate;
    this.origins = surroundings.origins();
    this.addresses = surroundings.addresses();
    this.locale = surroundings.locale();
    this.cookies = new SessionCookies(surroundings);
    this.audit = audit;
  }

  /** Signing in needs no session; the others come behind the gate. */
  public void mount(Router api) {
    api.post("/session").handler(this::open);
    api.get("/session").handler(gate).handler(ctx -> answer(ctx, Caller.of(ctx).signedIn()));
    api.delete("/session").handler(gate).handler(this::close);
    api.get("/sessions").handler(gate).handler(this::list);
    api.delete("/sessions").handler(gate).handler(this::closeAll);
  }

  private void open(RoutingContext ctx) {
    origins.check(ctx.request());
    JsonFields body = Body.of(ctx);
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
            .signing(ctx, opened.session().agent().name(), AuditEntry.Kind.SIGNED_IN)
            .map(opened))
        .onFailure(failure -> refused(ctx, failure))
        .onSuccess(opened -> {
          cookies.open(ctx.response(), opened, embedded);
          answer(ctx, opened.session());
        });
  }

  /** Of a name that was refused nothing is kept: people type passwords there. */
  private void refused(RoutingContext ctx, Throwable failure) {
    if (failure instanceof Rejected rejected
        && rejected.reason() == Rejected.Reason.UNAUTHENTICATED) {
      audit
          .signing(ctx, "nobody", AuditEntry.Kind.SIGN_IN_REFUSED)
          .onComplete(kept -> ctx.fail(failure));
    } else {
      ctx.fail(failure);
    }
  }

  private void close(RoutingContext ctx) {
    String name = Caller.of(ctx).actor();
    gate.leave(ctx.request())
        .compose(left -> audit.signing(ctx, name, AuditEntry.Kind.SIGNED_OUT))
        .onFailure(ctx::fail)
        .onSuccess(left -> {
          cookies.close(ctx.request());
          Answers.nothing(ctx);
        });
  }

  private void list(RoutingContext ctx) {
    Session mine = Caller.of(ctx).signedIn();
    gate.sessions(mine)
        .onFailure(ctx::fail)
        .onSuccess(all -> Answers.json(
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

  /** The sockets of all nodes end with them, as the store tells of each. */
  private void closeAll(RoutingContext ctx) {
    Session mine = Caller.of(ctx).signedIn();
    gate.leaveEverywhere(mine)
        .compose(
            left -> audit.signing(ctx, mine.agent().name(), AuditEntry.Kind.SIGNED_OUT_EVERYWHERE))
        .onFailure(ctx::fail)
        .onSuccess(kept -> {
          cookies.close(ctx.request());
          Answers.nothing(ctx);
        });
  }

  private void answer(RoutingContext ctx, Session session) {
    Answers.json(
        ctx,
        200,
        Map.of(
            "agent", session.agent(),
            "locale", locale.getLanguage(),
            "mustEnrol", gate.rules().mustEnrol(session)));
  }
}
