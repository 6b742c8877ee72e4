package shopbell.security;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import shopbell.model.Agent;
import shopbell.model.Rejected;

/** A name and a password in, a session out; guessing is slowed down by name and by address. */
public final class SignIn {
  /** How long a session lasts: a shift with overtime. */
  public static final Duration SESSION = Duration.ofHours(12);

  private static final int PER_NAME = 5;
  private static final int PER_ADDRESS = 50;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** Who has signed in, and the token for the cookie. */
  public record Opened(Agent agent, String token) {}

  /** A try that is over, so that other nodes count it too. */
  public record Tried(String name, String address, boolean fits) {}

  private final Users users;
  private final Sessions sessions;
  private final Passwords passwords;
  private final InstantSource clock;
  private final Throttle names = new Throttle(PER_NAME, WINDOW);
  private final Throttle addresses = new Throttle(PER_ADDRESS, WINDOW);
  private volatile Consumer<Tried> told = tried -> {};

  public SignIn(Users users, Sessions sessions, Passwords passwords, InstantSource clock) {
    this.users = users;
    this.sessions = sessions;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** From now on {@code listener} hears of each try here. */
  public void onTried(Consumer<Tried> listener) {
    told = listener;
  }

  /** A try at another node counts as one here. */
  public void heard(Tried tried) {
    if (tried.fits()) {
      names.succeeded(tried.name());
    } else {
      names.failed(tried.name(), clock.instant());
      addresses.failed(tried.address(), clock.instant());
    }
  }

  /** Fails with UNAUTHENTICATED without saying which of both was wrong, or with TOO_MANY. */
  public Future<Opened> open(String name, String password, String address) {
    Instant now = clock.instant();
    addresses.check(address, now);
    // counted before the password is tried: else many guesses at once would all pass
    names.attempt(name, now);
    return users
        .find(name)
        .compose(found -> found
            .map(account -> passwords.fits(password, account.hash()))
            .orElseGet(() -> passwords.fitsNobody(password))
            .compose(fits -> {
              told.accept(new Tried(name, address, fits));
              if (!fits) {
                addresses.failed(address, now);
                return Future.failedFuture(
                    new Rejected(Rejected.Reason.UNAUTHENTICATED, "Name or password is wrong."));
              }
              names.succeeded(name);
              return opened(found.orElseThrow().agent(), now);
            }));
  }

  private Future<Opened> opened(Agent agent, Instant now) {
    String token = Tokens.fresh();
    return sessions
        .open(Tokens.hash(token), agent.name(), now.plus(SESSION))
        .map(new Opened(agent, token));
  }
}
