package shopbell.api;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Agent;
import shopbell.model.Rejected;
import shopbell.model.Role;
import shopbell.security.Caller;
import shopbell.security.Passwords;
import shopbell.security.Tokens;
import shopbell.security.Users;
import shopbell.wire.Fields;

/** Who may sign in; for administrators. */
public final class UserCalls {
  private static final int SHORTEST_PASSWORD = 12;
  private static final int LONGEST = 200;

  private final Users users;
  private final Passwords passwords;
  private final Corridor corridor;

  public UserCalls(Users users, Passwords passwords, Corridor corridor) {
    this.users = users;
    this.passwords = passwords;
    this.corridor = corridor;
  }

  /** Behind the gate. */
  public void mount(Router api) {
    api.route("/users*").handler(this::mustAdminister);
    api.get("/users").handler(this::list);
    api.post("/users").handler(this::put);
    api.delete("/users/:name").handler(this::remove);
  }

  private void mustAdminister(RoutingContext ctx) {
    Caller.of(ctx).mustAdminister();
    ctx.next();
  }

  private void list(RoutingContext ctx) {
    users
        .all()
        .onFailure(ctx::fail)
        .onSuccess(all -> Answers.json(ctx, 200, new Page<>(all, Optional.empty())));
  }

  private void put(RoutingContext ctx) {
    Fields body = Body.of(ctx);
    Role role = body.word("role", Role.class).orElse(Role.AGENT);
    Agent agent = new Agent(
        body.text("name", 100),
        role,
        body.texts("aliases", LONGEST),
        body.texts("queues", LONGEST));
    Optional<String> given = body.optional("password", LONGEST);
    if (given.filter(password -> password.length() < SHORTEST_PASSWORD).isPresent()) {
      throw Rejected.field("/password", "has at least " + SHORTEST_PASSWORD + " characters");
    }
    String secret = given.orElseGet(Tokens::fresh);
    free(ctx, agent.name())
        .compose(free -> passwords.hash(secret))
        .compose(hash -> users.put(new Users.Account(agent, hash)))
        .compose(put -> corridor.usersChanged())
        .onFailure(ctx::fail)
        .onSuccess(done -> Answers.json(ctx, 201, Map.of("name", agent.name(), "secret", secret)));
  }

  /** CONFLICT for the name of somebody, unless the caller says with {@code If-Match} that this account is meant. */
  private Future<Void> free(RoutingContext ctx, String name) {
    if (ctx.request().getHeader("If-Match") != null) {
      return Future.succeededFuture();
    }
    return users.find(name).map(there -> {
      if (there.isPresent()) {
        throw new Rejected(
            Rejected.Reason.CONFLICT,
            "There is a user of this name. To replace the account, send If-Match: * too.");
      }
      return null;
    });
  }

  private void remove(RoutingContext ctx) {
    users
        .remove(Answers.name(ctx))
        .compose(was -> {
          if (!was) {
            throw new Rejected(Rejected.Reason.NOT_FOUND, "There is nobody of that name.");
          }
          return corridor.usersChanged();
        })
        .onFailure(ctx::fail)
        .onSuccess(done -> Answers.nothing(ctx));
  }
}
