package shopbell.security;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import shopbell.model.Rejected;

/** Confirms or changes the password of a signed-in user; wrong passwords slow further attempts down per session. */
public final class OwnPasswordChange {
  private static final int FREE = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final Users users;
  private final Sessions sessions;
  private final Passwords passwords;
  private final InstantSource clock;
  private final AttemptLimit attempts = new AttemptLimit(FREE, FIRST_WAIT, LONGEST_WAIT);

  public OwnPasswordChange(
      Users users, Sessions sessions, Passwords passwords, InstantSource clock) {
    this.users = users;
    this.sessions = sessions;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * Changes the password and ends all other sessions of the user. SENSELESS at {@code /current} for a wrong password,
   * at {@code /password} for a new one that is easy to guess or unchanged; TOO_MANY after several wrong ones.
   */
  public Future<Void> change(Session session, String current, String next) {
    NewPassword password = new NewPassword(session.agent().name(), next);
    if (current.equals(next)) {
      throw Rejected.field("/password", "is the one there is: take another");
    }
    return check(session, current, "/current")
        .compose(right -> passwords.hash(password))
        .compose(hash -> users.replacePassword(session.agent().name(), hash, session.hash()));
  }

  /**
   * Confirms the password, so that critical actions need none for five minutes. Fails as {@link #change}, at
   * {@code /password}.
   */
  public Future<Void> confirm(Session session, String password) {
    return check(session, password, "/password")
        .compose(right -> sessions.confirmed(session.hash(), clock.instant()));
  }

  /**
   * Completes when the password is right; SENSELESS at {@code pointer} otherwise, TOO_MANY after several wrong ones.
   */
  private Future<Void> check(Session session, String password, String pointer) {
    // counted before the password is compared: else many guesses at once would all pass
    attempts.attempt(session.hash(), clock.instant());
    return users
        .find(session.agent().name())
        .compose(found -> passwords.fits(password, found.map(Users.Account::hash), true))
        .onFailure(uncompared -> attempts.forgiven(session.hash()))
        .map(fits -> {
          if (!fits) {
            throw Rejected.field(pointer, "is not the password");
          }
          attempts.succeeded(session.hash());
          return null;
        });
  }
}
