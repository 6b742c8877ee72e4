package shopbell.cli;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import shopbell.model.Agent;
import shopbell.security.AccountChange;
import shopbell.security.AuditEntry;
import shopbell.security.AuditLog;
import shopbell.security.Users;

/** User accounts with an audit entry for each change on the command line. */
record AuditedUsers(Users users, AuditLog audit, InstantSource clock) implements Users {
  @Override
  public Future<Optional<Account>> find(String name) {
    return users.find(name);
  }

  @Override
  public Future<List<Agent>> all() {
    return users.all();
  }

  @Override
  public Future<Agent> save(AccountChange change) {
    return users
        .find(change.name())
        .compose(before -> users
            .save(change)
            .compose(saved -> audit
                .write(act(
                    AuditEntry.AuditKind.USER_SAVED,
                    change.name(),
                    before.map(account -> account.agent()),
                    Optional.of(saved)))
                .map(saved)));
  }

  @Override
  public Future<Void> replacePassword(String name, String hash, String kept) {
    return users.replacePassword(name, hash, kept);
  }

  @Override
  public Future<Boolean> remove(String name) {
    return users
        .remove(name)
        .compose(was -> was
            ? audit
                .write(act(
                    AuditEntry.AuditKind.USER_REMOVED, name, Optional.empty(), Optional.empty()))
                .map(true)
            : Future.succeededFuture(false));
  }

  private AuditEntry act(
      AuditEntry.AuditKind auditKind,
      String name,
      Optional<Object> before,
      Optional<Object> after) {
    return AuditEntry.onCommandLine(clock.instant(), auditKind, name, before, after);
  }
}
