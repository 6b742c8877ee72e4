package shopbell.security;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import shopbell.model.Agent;
import shopbell.model.ProblemType;
import shopbell.model.Rejected;
import shopbell.model.Role;

/** The caller of the API: a signed-in user, or a machine with a key. */
public record Principal(Optional<Session> session, Optional<ApiKeys.ApiKey> key) {
  private static final String KEY = "shopbell.caller";

  /** How long a confirmed password stays valid. */
  private static final Duration CONFIRMED = Duration.ofMinutes(5);

  /** The principal that {@link AuthenticationHandler} admitted. */
  public static Principal of(RoutingContext ctx) {
    return ctx.get(KEY);
  }

  /** The user; empty for a key. */
  public Optional<Agent> agent() {
    return session.map(Session::agent);
  }

  void enter(RoutingContext ctx) {
    ctx.put(KEY, this);
  }

  /** The user; FORBIDDEN for a key, which has no desk. */
  public Agent person() {
    return signedIn().agent();
  }

  /** The user's session; FORBIDDEN for a key. */
  public Session signedIn() {
    return session.orElseThrow(() ->
        new Rejected(Rejected.Reason.FORBIDDEN, "Only a person who is signed in can do this."));
  }

  /** Throws FORBIDDEN unless it is an administrator or a key of scope admin. */
  public void mustAdminister() {
    if (agent().filter(a -> a.role() == Role.ADMIN).isEmpty()
        && key.filter(k -> k.scope() == ApiKeyScope.ADMIN).isEmpty()) {
      throw new Rejected(Rejected.Reason.FORBIDDEN, "Only an administrator can do this.");
    }
  }

  /**
   * Throws FORBIDDEN, of the type CONFIRM, for a user who has confirmed no password for five minutes; a key passes.
   */
  public void mustBeConfirmed(Instant now) {
    if (session.filter(one -> one.confirmedAt().plus(CONFIRMED).isBefore(now)).isPresent()) {
      throw Rejected.of(
          ProblemType.CONFIRM,
          Rejected.Reason.FORBIDDEN,
          "Give your password again at /api/v1/account/confirmation, then repeat this.");
    }
  }

  /** Throws FORBIDDEN for an agent, and for a key that may not read. */
  public void mustSupervise() {
    boolean person = agent().filter(a -> a.role() != Role.AGENT).isPresent();
    if (!person && key.filter(k -> k.scope().opens(ApiKeyScope.READ)).isEmpty()) {
      throw new Rejected(Rejected.Reason.FORBIDDEN, "Only a supervisor can see this.");
    }
  }

  /** Throws FORBIDDEN for a key that may not ask for decisions. */
  public void mustDecide() {
    if (session.isEmpty()
        && key.filter(k -> k.scope().opens(ApiKeyScope.DECIDE)).isEmpty()) {
      throw new Rejected(
          Rejected.Reason.FORBIDDEN, "This needs a key of scope decide, or a person's session.");
    }
  }

  /** For the access log and the journal: the user's name, or {@code key} and the name of the key. */
  public String actor() {
    return agent()
        .map(Agent::name)
        .orElseGet(() -> "key " + key.map(ApiKeys.ApiKey::name).orElseThrow());
  }

  /** Handles a route for administrators and keys of scope admin: refuses all others as {@link #mustAdminister} does. */
  public static void onlyAdministrators(RoutingContext ctx) {
    of(ctx).mustAdminister();
    ctx.next();
  }

  /** Handles a route that needs the password again: refuses as {@link #mustBeConfirmed} does. */
  public static Handler<RoutingContext> onlyConfirmed(InstantSource clock) {
    return ctx -> {
      of(ctx).mustBeConfirmed(clock.instant());
      ctx.next();
    };
  }
}
