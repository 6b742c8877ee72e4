package shopbell.api;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Optional;
import shopbell.security.AuditEntry;
import shopbell.security.AuditLog;
import shopbell.security.ClientAddress;
import shopbell.security.Principal;

/** Writes down the acts of calls of the API, with their caller and the address they come from. */
public record AuditRecorder(AuditLog audit, ClientAddress addresses, InstantSource clock) {
  /** Completes when it is kept; the answer waits for it, so that nothing is done unseen. */
  public Future<Void> did(RoutingContext ctx, AuditEntry.Kind kind, String subject) {
    return did(ctx, kind, subject, Optional.empty(), Optional.empty());
  }

  /** The same with what it was before and what it is since. */
  public Future<Void> did(
      RoutingContext ctx,
      AuditEntry.Kind kind,
      String subject,
      Optional<Object> before,
      Optional<Object> after) {
    return audit.write(new AuditEntry(
        clock.instant(),
        Principal.of(ctx).actor(),
        addresses.of(ctx.request()),
        kind,
        subject,
        before,
        after));
  }

  /** The same of somebody who is only just signing in, or has signed out. */
  Future<Void> signing(RoutingContext ctx, String name, AuditEntry.Kind kind) {
    return audit.write(new AuditEntry(
        clock.instant(),
        name,
        addresses.of(ctx.request()),
        kind,
        name,
        Optional.empty(),
        Optional.empty()));
  }
}
