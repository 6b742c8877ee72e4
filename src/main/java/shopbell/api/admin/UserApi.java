package shopbell.api.admin;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import shopbell.api.AuditRecorder;
import shopbell.http.JsonResponses;
import shopbell.http.RequestBody;
import shopbell.json.JsonFields;
import shopbell.model.Agent;
import shopbell.model.Page;
import shopbell.model.Rejected;
import shopbell.model.Role;
import shopbell.security.AuditEntry;
import shopbell.security.NewPassword;
import shopbell.security.Passwords;
import shopbell.security.Principal;
import shopbell.security.Tokens;
import shopbell.security.UserDirectory;
import shopbell.security.Users;

/** Calls to manage user accounts; for administrators. */
public final class UserApi {
  private static final int LONGEST = 200;

  private final Users users;
  private final Passwords passwords;
  private final UserDirectory directory;
  private final AuditRecorder audit;

  public UserApi(Users users, Passwords passwords, UserDirectory directory, AuditRecorder audit) {
    this.users = users;
    this.passwords = passwords;
    this.directory = directory;
    this.audit = audit;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    Handler<RoutingContext> confirmed = Principal.onlyConfirmed(audit.clock());
    api.route("/users*").handler(Principal::onlyAdministrators);
    api.get("/users").handler(this::list);
    api.post("/users").handler(confirmed).handler(this::put);
    api.delete("/users/:name").handler(confirmed).handler(this::remove);
  }

  private void list(RoutingContext ctx) {
    users
        .all()
        .onFailure(ctx::fail)
        .onSuccess(all -> JsonResponses.json(ctx, 200, new Page<>(all, Optional.empty())));
  }

  private void put(RoutingContext ctx) {
    JsonFields body = RequestBody.of(ctx);
    Role role = body.word("role", Role.class).orElse(Role.AGENT);
    Agent agent = new Agent(
        body.text("name", 100),
        role,
        body.texts("aliases", LONGEST),
        body.texts("queues", LONGEST));
    String secret = body.optional("password", LONGEST).orElseGet(Tokens::fresh);
    NewPassword password = new NewPassword(agent.name(), secret);
    before(ctx, agent.name())
        .compose(before -> passwords
            .hash(password)
            .compose(hash -> users.put(new Users.Account(agent, hash)))
            .compose(put -> audit.did(
                ctx, AuditEntry.AuditKind.USER_SAVED, agent.name(), before, Optional.of(agent))))
        .compose(put -> directoryRead())
        .onFailure(ctx::fail)
        .onSuccess(
            done -> JsonResponses.json(ctx, 201, Map.of("name", agent.name(), "secret", secret)));
  }

  /**
   * The account of that name; CONFLICT when it exists, unless the caller confirms the change with {@code If-Match}.
   */
  private Future<Optional<Object>> before(RoutingContext ctx, String name) {
    return users.find(name).map(there -> {
      if (there.isPresent() && ctx.request().getHeader("If-Match") == null) {
        throw new Rejected(
            Rejected.Reason.CONFLICT,
            "There is a user of this name. To replace the account, send If-Match: * too.");
      }
      return there.map(Users.Account::agent);
    });
  }

  /** The account is stored already; a directory that cannot be read now is read again soon. */
  private Future<Void> directoryRead() {
    return directory.refresh().transform(read -> Future.succeededFuture());
  }

  private void remove(RoutingContext ctx) {
    String name = JsonResponses.name(ctx);
    users
        .remove(name)
        .compose(was -> {
          if (!was) {
            throw new Rejected(Rejected.Reason.NOT_FOUND, "There is no user of that name.");
          }
          return audit.did(ctx, AuditEntry.AuditKind.USER_REMOVED, name);
        })
        .compose(kept -> directoryRead())
        .onFailure(ctx::fail)
        .onSuccess(done -> JsonResponses.nothing(ctx));
  }
}
