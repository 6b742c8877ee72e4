package shopbell.security;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import shopbell.events.Change;
import shopbell.events.ChangeListener;
import shopbell.model.ProblemType;
import shopbell.model.Rejected;
import shopbell.model.Unavailable;

/** Admits requests with a session or with a key of scope read or admin; all others get 401 or 403. */
public final class AuthenticationHandler implements Handler<RoutingContext>, ChangeListener {
  private static final String BEARER = "Bearer ";
  private static final int MOST_REMEMBERED = 50_000;

  /** The paths open to a user who has to set up a second factor first. */
  private static final Pattern ENROLLING = Pattern.compile("/api/v1/(sessions?|account/[a-z/]+)");

  /** The paths open to a key of scope decide. */
  private static final Pattern DECISIONS =
      Pattern.compile("/api/v1/decisions(/[0-9a-f-]{36}/responses)?");

  private static final Duration KEPT_EVERY = Duration.ofMinutes(1);

  private final Sessions sessions;
  private final ApiKeyCache keys;
  private final OriginCheck originCheck;
  private final CookieNames cookies;
  private final InstantSource clock;
  private final SessionRules rules;
  private final Duration keptEvery;

  /** Sessions used lately: while the store is unavailable, signed-in agents stay signed in. */
  private final Map<String, Session> remembered = new ConcurrentHashMap<>();

  private final Consumer<String> left;
  private final Predicate<String> open;

  /**
   * Its dependencies.
   *
   * @param rules decide when sessions end and which users need a second factor
   * @param left gets the hash of each session that is signed out here
   * @param open true for the hash of a session with an open screen here: such a session is in use
   */
  public record GateParts(
      Sessions sessions,
      ApiKeyCache keys,
      OriginCheck originCheck,
      SessionRules rules,
      Consumer<String> left,
      Predicate<String> open) {}

  public AuthenticationHandler(GateParts gateParts, InstantSource clock) {
    this.sessions = gateParts.sessions();
    this.keys = gateParts.keys();
    this.originCheck = gateParts.originCheck();
    this.rules = gateParts.rules();
    this.left = gateParts.left();
    this.open = gateParts.open();
    this.clock = clock;
    this.cookies = rules.cookies();
    Duration often = rules.idle().dividedBy(10);
    this.keptEvery = often.compareTo(KEPT_EVERY) < 0 ? often : KEPT_EVERY;
  }

  @Override
  public void handle(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    Future<Principal> caller = bearer(request).isPresent() ? machine(ctx) : person(request);
    caller
        .map(in -> {
          in.session().ifPresent(session -> enrolled(session, enrolling(ctx)));
          return in;
        })
        .onSuccess(in -> {
          in.enter(ctx);
          ctx.next();
        })
        .onFailure(ctx::fail);
  }

  private static boolean enrolling(RoutingContext ctx) {
    return ENROLLING.matcher(ctx.normalizedPath()).matches();
  }

  private Session enrolled(Session session, boolean enrolling) {
    if (!enrolling && rules.mustEnrol(session)) {
      throw Rejected.of(
          ProblemType.ENROL,
          Rejected.Reason.FORBIDDEN,
          "Your role needs a second factor: set it up at /api/v1/account/totp.");
    }
    return session;
  }

  /** The configured session rules. */
  public SessionRules rules() {
    return rules;
  }

  /** The session of a WebSocket's upgrade; fails with UNAUTHENTICATED or FORBIDDEN. */
  public Future<Session> socket(HttpServerRequest request) {
    return hash(request, true).compose(this::find).map(session -> enrolled(session, false));
  }

  /**
   * Those of {@code hashes} whose session has ended; all have an open screen and so are in use. Fails with
   * {@link Unavailable} while the store is.
   */
  public Future<Set<String>> ended(Set<String> hashes) {
    Instant now = clock.instant();
    return sessions
        .seen(hashes, now, keptEvery)
        .compose(kept -> sessions.ended(hashes, now))
        .onSuccess(remembered.keySet()::removeAll);
  }

  /** A session was ended at another node. */
  public void forget(String hash) {
    remembered.remove(hash);
  }

  @Override
  public Future<Void> changedHere(Change change) {
    if (change instanceof Change.AccountsChanged accounts) {
      changed(accounts.names());
    }
    return Future.succeededFuture();
  }

  /** The accounts {@code names} have changed: their sessions do not stay valid while the store is unavailable. */
  private void changed(Set<String> names) {
    remembered.values().removeIf(session -> names.contains(session.agent().name()));
  }

  /** Ends the session, here and in the store. */
  public Future<Void> leave(HttpServerRequest request) {
    Optional<String> token = cookies.token(request);
    token.map(Tokens::hash).ifPresent(hash -> {
      remembered.remove(hash);
      left.accept(hash);
    });
    return token.map(Tokens::hash).map(sessions::close).orElseGet(Future::succeededFuture);
  }

  /** All sessions of the user, the last used first. */
  public Future<List<Session>> sessions(Session mine) {
    return sessions.of(mine.agent(), clock.instant());
  }

  /** Ends all sessions of the user, at every node. */
  public Future<Void> leaveEverywhere(Session mine) {
    changed(Set.of(mine.agent().name()));
    return sessions.closeAll(mine.agent().name());
  }

  private Future<Principal> person(HttpServerRequest request) {
    return hash(request, false)
        .compose(this::find)
        .map(session -> new Principal(Optional.of(session), Optional.empty()));
  }

  private Future<String> hash(HttpServerRequest request, boolean socket) {
    Optional<String> token = cookies.token(request);
    if (token.isEmpty()) {
      return Future.failedFuture(new Rejected(
          Rejected.Reason.UNAUTHENTICATED,
          "Sign in first, or send a key as Authorization: Bearer."));
    }
    try {
      if (socket) {
        originCheck.checkSocket(request);
      } else {
        originCheck.check(request);
      }
    } catch (Rejected foreign) {
      return Future.failedFuture(foreign);
    }
    return Future.succeededFuture(Tokens.hash(token.get()));
  }

  private Future<Session> find(String hash) {
    Instant now = clock.instant();
    Optional<Session> before = Optional.ofNullable(remembered.get(hash));
    return sessions
        .find(hash, now)
        .recover(failure -> failure instanceof Unavailable && before.isPresent()
            ? Future.succeededFuture(before)
            : Future.failedFuture(failure))
        .map(found -> {
          if (found.isEmpty()) {
            remembered.remove(hash);
            throw new Rejected(
                Rejected.Reason.UNAUTHENTICATED, "The session has ended: sign in again.");
          }
          return used(found.get(), before, now);
        });
  }

  private Session used(Session kept, Optional<Session> before, Instant now) {
    Session latest = before.map(session -> kept.seen(session.seenAt())).orElse(kept);
    if (latest.seenAt().plus(rules.idle()).isBefore(now) && !open.test(latest.hash())) {
      throw Rejected.of(
          ProblemType.IDLE,
          Rejected.Reason.UNAUTHENTICATED,
          "The session was not used for " + rules.idle().toMinutes() + " minutes: sign in again.");
    }
    if (kept.seenAt().plus(keptEvery).isBefore(now)) {
      // while the store is unavailable, the next request stores it
      sessions.seen(Set.of(kept.hash()), now, keptEvery);
    }
    Session session = latest.seen(now);
    if (before.isPresent() || remembered.size() < MOST_REMEMBERED) {
      remembered.put(session.hash(), session);
    }
    return session;
  }

  private Future<Principal> machine(RoutingContext ctx) {
    return keys.find(bearer(ctx.request()).orElseThrow()).map(found -> {
      ApiKeys.ApiKey key =
          found.orElseThrow(() -> new Rejected(Rejected.Reason.UNAUTHENTICATED, "No such key."));
      if (!key.scope().opens(ApiKeyScope.READ) && !decides(ctx, key)) {
        throw new Rejected(Rejected.Reason.FORBIDDEN, "This needs a key of scope read or admin.");
      }
      return new Principal(Optional.empty(), Optional.of(key));
    });
  }

  private static boolean decides(RoutingContext ctx, ApiKeys.ApiKey key) {
    return key.scope().opens(ApiKeyScope.DECIDE)
        && DECISIONS.matcher(ctx.normalizedPath()).matches();
  }

  private static Optional<String> bearer(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip());
  }
}
