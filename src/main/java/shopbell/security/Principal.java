package shopbell.security;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import shopbell.model.Agent;
import shopbell.model.ProblemType;
import shopbell.model.Rejected;
import shopbell.model.Role;

/** Who makes a call: a person who is signed in, or a machine with a key. */
public record Principal(Optional<Session> session, Optional<ApiKeys.Named> key) {
  private static final String KEY = "shopbell.caller";

  /** How long a password counts that was given. */
  private static final Duration CONFIRMED = Duration.ofMinutes(5);

  /** The one {@link AuthenticationHandler} has let in. */
  public static Principal of(RoutingContext ctx) {
    return ctx.get(KEY);
  }

  /** The person; empty for a key. */
  public Optional<Agent> agent() {
    return session.map(Session::agent);
  }

  void enter(RoutingContext ctx) {
    ctx.put(KEY, this);
  }

  /** The person; FORBIDDEN for a key, which has no desk. */
  public Agent person() {
    return signedIn().agent();
  }

  /** The person's session; FORBIDDEN for a key. */
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

  /** Throws FORBIDDEN, of the type CONFIRM, for a person who has given no password for five minutes; a key is not asked. */
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

  /** For the log of looks and the journal: the person's name, or {@code key} and the name of the key. */
  public String actor() {
    return agent()
        .map(Agent::name)
        .orElseGet(() -> "key " + key.map(ApiKeys.Named::name).orElseThrow());
  }
}
