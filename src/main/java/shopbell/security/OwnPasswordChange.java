package shopbell.security;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import shopbell.model.Rejected;

/** The password of somebody who is signed in, asked for once more or changed; guessing it gets slower per session. */
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
   * Ends all other sessions of the person. SENSELESS at {@code /current} for a wrong password, at {@code /password} for a new one
   * that is easy to guess or is the one of now; TOO_MANY after several wrong ones.
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

  /** The person is here: for a while acts of weight need no password. Fails as {@link #change}, at {@code /password}. */
  public Future<Void> confirm(Session session, String password) {
    return check(session, password, "/password")
        .compose(right -> sessions.confirmed(session.hash(), clock.instant()));
  }

  /** Completes when it is the person's; SENSELESS at {@code pointer} otherwise, TOO_MANY after several wrong ones. */
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
