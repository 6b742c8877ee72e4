package shopbell.security;

import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import shopbell.model.ProblemType;
import shopbell.model.Rejected;

/** Checks codes of an authenticator app (RFC 6238) and ten recovery codes, each of which is accepted once. */
public final class SecondFactorCheck {
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The data an app needs; {@code uri} is in the QR code, {@code secret} is Base32 to be typed. */
  public record Enrolment(String secret, String uri, QrImage qr) {}

  private final SecondFactors factors;
  private final InstantSource clock;

  public SecondFactorCheck(SecondFactors factors, InstantSource clock) {
    this.factors = factors;
    this.clock = clock;
  }

  /** The stored factor of {@code name}. */
  public Future<Optional<SecondFactors.Factor>> find(String name) {
    return factors.find(name);
  }

  /** Stores a new factor, active after {@link #confirm}; CONFLICT where one is active already. */
  public Future<Enrolment> begin(String name) {
    Totp totp = Totp.fresh();
    String account = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    String uri =
        "otpauth://totp/Shopbell:" + account + "?secret=" + totp.base32() + "&issuer=Shopbell";
    Enrolment enrolment = new Enrolment(totp.base32(), uri, QrImage.of(uri));
    return factors.begin(name, totp.secret()).map(enrolment);
  }

  /**
   * Activates the factor and returns the recovery codes, to be shown once; SENSELESS at {@code /code} for a wrong code.
   */
  public Future<List<String>> confirm(String name, String code) {
    return factors.find(name).compose(found -> {
      SecondFactors.Factor factor = found
          .filter(one -> !one.confirmed())
          .orElseThrow(() ->
              new Rejected(Rejected.Reason.CONFLICT, "Begin with POST /api/v1/account/totp."));
      long step = factor
          .totp()
          .step(digits(code), clock.instant())
          .orElseThrow(() -> Rejected.field("/code", "is not the code of now"));
      Set<String> codes = fresh();
      Set<String> hashes = codes.stream()
          .map(SecondFactorCheck::hash)
          .collect(Collectors.toCollection(HashSet::new));
      return factors.confirm(name, step, hashes).map(List.copyOf(codes));
    });
  }

  /** Removes the factor with its recovery codes; false when there was none. */
  public Future<Boolean> remove(String name) {
    return factors.remove(name);
  }

  /** See {@link SecondFactors#reset}. */
  public Future<Boolean> reset(String name) {
    return factors.reset(name);
  }

  /**
   * False at once for a user without a second factor. Fails with UNAUTHENTICATED of the type CODE when {@code code} is
   * missing, wrong, or was used before.
   */
  Future<Boolean> pass(String name, String code) {
    return factors.find(name).compose(found -> {
      if (found.filter(SecondFactors.Factor::confirmed).isEmpty()) {
        return Future.succeededFuture(false);
      }
      if (code.isBlank()) {
        return Future.failedFuture(refused("Send the code of your app as \"code\" too."));
      }
      return taken(name, found.get(), code, clock.instant()).map(taken -> {
        if (!taken) {
          throw refused("The code is wrong or was used before.");
        }
        return true;
      });
    });
  }

  private Future<Boolean> taken(
      String name, SecondFactors.Factor factor, String code, Instant now) {
    OptionalLong step = factor.totp().step(digits(code), now);
    return step.isPresent()
        ? factors.take(name, step.getAsLong())
        : factors.takeRecovery(name, hash(code));
  }

  private static Rejected refused(String detail) {
    return Rejected.of(ProblemType.CODE, Rejected.Reason.UNAUTHENTICATED, detail);
  }

  /** Apps show a code in two halves. */
  private static String digits(String code) {
    return code.replaceAll("\\s", "");
  }

  /** 80 random bits need no slow hash. */
  private static String hash(String recoveryCode) {
    return Tokens.hash(recoveryCode.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
  }

  private static Set<String> fresh() {
    Set<String> codes = new LinkedHashSet<>();
    while (codes.size() < RECOVERY_CODES) {
      byte[] bytes = new byte[RECOVERY_BYTES];
      RANDOM.nextBytes(bytes);
      codes.add(new Totp(bytes).base32().replaceAll("(.{4})(?=.)", "$1-"));
    }
    return codes;
  }
}
