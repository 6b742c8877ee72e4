package shopbell.security;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import shopbell.model.Agent;
import shopbell.model.Rejected;
import shopbell.model.Unavailable;

/** Lets in who is signed in or has a key of scope read or admin; all others hear 401 or 403. */
public final class Gate implements Handler<RoutingContext> {
  private static final String BEARER = "Bearer ";
  private static final int MOST_REMEMBERED = 50_000;

  private final Sessions sessions;
  private final KeyRing keys;
  private final Origins origins;
  private final CookieNames cookies;
  private final InstantSource clock;

  /** Sessions seen lately: with the store away, agents who were in stay in. */
  private final Map<String, Agent> remembered = new ConcurrentHashMap<>();

  private volatile Consumer<String> left = hash -> {};

  public Gate(
      Sessions sessions, KeyRing keys, Origins origins, CookieNames cookies, InstantSource clock) {
    this.cookies = cookies;
    this.sessions = sessions;
    this.keys = keys;
    this.origins = origins;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    Future<Caller> caller = bearer(request).isPresent() ? machine(request) : person(request);
    caller
        .onSuccess(in -> {
          in.enter(ctx);
          ctx.next();
        })
        .onFailure(ctx::fail);
  }

  /** A person, and the hash of the session that was shown. */
  public record Guest(Agent agent, String session) {}

  /** Who is behind a WebSocket's upgrade; fails with UNAUTHENTICATED or FORBIDDEN. */
  public Future<Guest> socket(HttpServerRequest request) {
    return session(request, true).compose(hash -> find(hash).map(agent -> new Guest(agent, hash)));
  }

  /** Those of {@code hashes} whose session is over by now; fails with {@link Unavailable} while nobody can tell. */
  public Future<Set<String>> ended(Set<String> hashes) {
    return sessions.ended(hashes, clock.instant()).onSuccess(remembered.keySet()::removeAll);
  }

  /** From now on {@code listener} hears the hash of each session that is signed out here. */
  public void onLeft(Consumer<String> listener) {
    left = listener;
  }

  /** A session has ended at another node. */
  public void forget(String hash) {
    remembered.remove(hash);
  }

  /** The accounts of {@code names} are not what they were: with the store away, nobody of them stays in. */
  public void changed(Set<String> names) {
    remembered.values().removeIf(agent -> names.contains(agent.name()));
  }

  /** The session is over here too. */
  public Future<Void> leave(HttpServerRequest request) {
    Optional<String> token = cookies.token(request);
    token.map(Tokens::hash).ifPresent(hash -> {
      remembered.remove(hash);
      left.accept(hash);
    });
    return token.map(Tokens::hash).map(sessions::close).orElseGet(Future::succeededFuture);
  }

  private Future<Caller> person(HttpServerRequest request) {
    return session(request, false)
        .compose(this::find)
        .map(agent -> new Caller(Optional.of(agent), Optional.empty()));
  }

  private Future<String> session(HttpServerRequest request, boolean socket) {
    Optional<String> token = cookies.token(request);
    if (token.isEmpty()) {
      return Future.failedFuture(new Rejected(
          Rejected.Reason.UNAUTHENTICATED,
          "Sign in first, or send a key as Authorization: Bearer."));
    }
    try {
      if (socket) {
        origins.checkSocket(request);
      } else {
        origins.check(request);
      }
    } catch (Rejected foreign) {
      return Future.failedFuture(foreign);
    }
    return Future.succeededFuture(Tokens.hash(token.get()));
  }

  private Future<Agent> find(String hash) {
    return sessions
        .find(hash, clock.instant())
        .onSuccess(found -> remember(hash, found))
        .recover(failure -> failure instanceof Unavailable && remembered.containsKey(hash)
            ? Future.succeededFuture(Optional.of(remembered.get(hash)))
            : Future.failedFuture(failure))
        .map(found -> found.orElseThrow(() -> new Rejected(
            Rejected.Reason.UNAUTHENTICATED, "The session has ended: sign in again.")));
  }

  private void remember(String hash, Optional<Agent> found) {
    if (found.isEmpty()) {
      remembered.remove(hash);
    } else if (remembered.size() < MOST_REMEMBERED) {
      remembered.put(hash, found.get());
    }
  }

  private Future<Caller> machine(HttpServerRequest request) {
    return keys.find(bearer(request).orElseThrow()).map(found -> {
      Keys.Named key =
          found.orElseThrow(() -> new Rejected(Rejected.Reason.UNAUTHENTICATED, "No such key."));
      if (!key.scope().opens(Scope.READ)) {
        throw new Rejected(Rejected.Reason.FORBIDDEN, "This needs a key of scope read or admin.");
      }
      return new Caller(Optional.empty(), Optional.of(key));
    });
  }

  private static Optional<String> bearer(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip());
  }
}
