package shopbell.api;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Optional;
import shopbell.security.AuditEntry;
import shopbell.security.AuditLog;
import shopbell.security.ClientAddress;
import shopbell.security.Principal;

/**
 * Records administrative actions through the API, with their caller and client address.
 *
 * @param written is run after each entry
 */
public record AuditRecorder(
    AuditLog audit, ClientAddress addresses, InstantSource clock, Runnable written) {
  /** Completes when it is stored; the response waits for it, so that no action goes unrecorded. */
  public Future<Void> did(RoutingContext ctx, AuditEntry.AuditKind auditKind, String subject) {
    return did(ctx, auditKind, subject, Optional.empty(), Optional.empty());
  }

  /** Also records the values before and after. */
  public Future<Void> did(
      RoutingContext ctx,
      AuditEntry.AuditKind auditKind,
      String subject,
      Optional<Object> before,
      Optional<Object> after) {
    return write(new AuditEntry(
        clock.instant(),
        Principal.of(ctx).actor(),
        addresses.of(ctx.request()),
        auditKind,
        subject,
        before,
        after));
  }

  private Future<Void> write(AuditEntry entry) {
    return audit.write(entry).onSuccess(stored -> written.run());
  }

  /** Records an action of a user who is just signing in, or has signed out. */
  Future<Void> signing(RoutingContext ctx, String name, AuditEntry.AuditKind auditKind) {
    return write(new AuditEntry(
        clock.instant(),
        name,
        addresses.of(ctx.request()),
        auditKind,
        name,
        Optional.empty(),
        Optional.empty()));
  }
}
