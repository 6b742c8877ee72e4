package shopbell.security;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import shopbell.model.Rejected;

/**
 * Opens a session for a name and a password. Slows down password guessing per name and address, so that an attacker
 * cannot lock out the owner of a name; a browser that has signed in before is counted apart from strangers.
 */
public final class SignIn {
  /** How long a session lasts: a shift with overtime. */
  public static final Duration SESSION = Duration.ofHours(12);

  /** How long a browser's device cookie is valid. */
  public static final Duration DEVICE = DeviceCookie.LASTS;

  private static final int FREE_PER_NAME = 5;
  private static final int FREE_PER_ADDRESS = 50;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration ADDRESS_WAIT = Duration.ofMinutes(1);

  /** The new session, the token for the session's cookie, and the value of the device's cookie. */
  public record Opened(Session session, String token, String device) {}

  /** A finished attempt, as it is sent to the other nodes. */
  public record FailedSignIn(String name, String address, boolean fits) {}

  /**
   * What a browser sends.
   *
   * @param code of the second factor, empty without one
   * @param address the client's
   * @param device the device cookie, empty without one
   */
  public record Attempt(String name, String password, String code, String address, String device) {}

  private final UserCredentials credentials;
  private final Sessions sessions;
  private final ServerSecrets secrets;
  private final InstantSource clock;
  private final AttemptLimit names = new AttemptLimit(FREE_PER_NAME, FIRST_WAIT, LONGEST_WAIT);
  private final AttemptLimit addresses =
      new AttemptLimit(FREE_PER_ADDRESS, ADDRESS_WAIT, LONGEST_WAIT);
  private volatile Optional<DeviceCookie> devices = Optional.empty();
  private final Consumer<FailedSignIn> told;

  /** {@code told} gets each attempt here. */
  public SignIn(
      UserCredentials credentials,
      Sessions sessions,
      ServerSecrets secrets,
      Consumer<FailedSignIn> told,
      InstantSource clock) {
    this.credentials = credentials;
    this.told = told;
    this.sessions = sessions;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Counts an attempt at another node like one here. */
  public void heard(FailedSignIn failedSignIn) {
    String key = key(failedSignIn.name(), failedSignIn.address());
    if (failedSignIn.fits()) {
      names.succeeded(key);
    } else {
      names.failed(key, clock.instant());
      addresses.failed(failedSignIn.address(), clock.instant());
    }
  }

  /**
   * Fails with UNAUTHENTICATED without saying which of name and password was wrong, with TOO_MANY and the time to wait, or
   * with CROWDED while too many passwords are being compared.
   */
  public Future<Opened> open(Attempt attempt) {
    return devices().compose(cookies -> {
      Instant now = clock.instant();
      Optional<String> known = cookies.nonce(attempt.device(), attempt.name(), now);
      String key = key(attempt.name(), known.orElse(attempt.address()));
      // counted before the password is compared: else many guesses at once would all pass
      if (known.isEmpty()) {
        addresses.attempt(attempt.address(), now);
      }
      names.attempt(key, now);
      return compared(attempt, known.isPresent(), key).compose(proven -> {
        if (known.isEmpty()) {
          addresses.forgiven(attempt.address());
        }
        names.succeeded(key);
        return opened(proven, cookies.issue(proven.agent().name(), now), now);
      });
    });
  }

  private Future<UserCredentials.Proven> compared(Attempt attempt, boolean known, String key) {
    return credentials
        .prove(attempt, known)
        .onSuccess(proven -> told.accept(new FailedSignIn(attempt.name(), attempt.address(), true)))
        .onFailure(failure -> {
          if (guessed(failure, attempt)) {
            told.accept(new FailedSignIn(attempt.name(), attempt.address(), false));
          } else {
            names.forgiven(key);
            if (!known) {
              addresses.forgiven(attempt.address());
            }
          }
        });
  }

  /** An attempt is no guess when its password was never compared, or was right and only a code is missing. */
  private static boolean guessed(Throwable failure, Attempt attempt) {
    return failure instanceof Rejected rejected
        && rejected.reason() == Rejected.Reason.UNAUTHENTICATED
        && !(rejected.type().isPresent() && attempt.code().isBlank());
  }

  private Future<DeviceCookie> devices() {
    return devices
        .map(Future::succeededFuture)
        .orElseGet(() -> secrets.secret("device-cookie").map(secret -> {
          DeviceCookie made = new DeviceCookie(secret);
          devices = Optional.of(made);
          return made;
        }));
  }

  private static String key(String name, String place) {
    return name + '\n' + place;
  }

  private Future<Opened> opened(UserCredentials.Proven proven, String device, Instant now) {
    String token = Tokens.fresh();
    Session session = Session.begun(Tokens.hash(token), proven.agent(), now, proven.secondFactor());
    return sessions.open(session, now.plus(SESSION)).map(new Opened(session, token, device));
  }
}
