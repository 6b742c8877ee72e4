package shopbell.security;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import shopbell.model.Agent;
import shopbell.model.Rejected;
import shopbell.model.Role;

/** Who makes a call: a person who is signed in, or a machine with a key. */
public record Caller(Optional<Agent> agent, Optional<Keys.Named> key) {
  private static final String KEY = "shopbell.caller";

  /** The one {@link Gate} has let in. */
  public static Caller of(RoutingContext ctx) {
    return ctx.get(KEY);
  }

  void enter(RoutingContext ctx) {
    ctx.put(KEY, this);
  }

  /** The person; FORBIDDEN for a key, which has no desk. */
  public Agent person() {
    return agent.orElseThrow(() ->
        new Rejected(Rejected.Reason.FORBIDDEN, "Only a person who is signed in can do this."));
  }

  /** Throws FORBIDDEN unless it is an administrator or a key of scope admin. */
  public void mustAdminister() {
    if (agent.filter(a -> a.role() == Role.ADMIN).isEmpty()
        && key.filter(k -> k.scope() == Scope.ADMIN).isEmpty()) {
      throw new Rejected(Rejected.Reason.FORBIDDEN, "Only an administrator can do this.");
    }
  }

  /** Throws FORBIDDEN for an agent, and for a key that may not read. */
  public void mustSupervise() {
    boolean person = agent.filter(a -> a.role() != Role.AGENT).isPresent();
    if (!person && key.filter(k -> k.scope().opens(Scope.READ)).isEmpty()) {
      throw new Rejected(Rejected.Reason.FORBIDDEN, "Only a supervisor can see this.");
    }
  }

  /** For the log of looks and the journal: the person's name, or {@code key} and the name of the key. */
  public String actor() {
    return agent
        .map(Agent::name)
        .orElseGet(() -> "key " + key.map(Keys.Named::name).orElseThrow());
  }
}
