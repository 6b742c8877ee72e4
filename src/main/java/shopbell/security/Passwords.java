package shopbell.security;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import shopbell.model.Rejected;

/**
 * Argon2id (RFC 9106) with 19 MiB and two passes, the first choice of the OWASP Password Storage Cheat Sheet.
 *
 * <p>It runs on two threads of its own: it must neither block an event loop nor use the memory of many comparisons at
 * once.
 */
public final class Passwords {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** A comparison takes some 30 ms on one of two threads: half a second is the longest wait of a stranger. */
  private static final int MOST_STRANGERS = 32;

  private static final int MOST_WAITING = 256;
  private static final String PREFIX = "argon2id$";

  /**
   * A hash that no password matches. Not computed from a password, which would slow the first start by a third of a
   * second.
   */
  public static final String NONE = stored(new byte[SALT_BYTES], new byte[HASH_BYTES]);

  private final WorkerExecutor workers;
  private final SecureRandom random = new SecureRandom();
  private final AtomicInteger waiting = new AtomicInteger();

  /** Lives as long as {@code vertx}. */
  public Passwords(Vertx vertx) {
    workers = vertx.createSharedWorkerExecutor(
        "passwords", Math.max(2, Runtime.getRuntime().availableProcessors() / 2));
  }

  /** The text to store. */
  public Future<String> hash(NewPassword password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return workers.executeBlocking(() -> encode(password.text(), salt), false);
  }

  /**
   * Compares in constant time with the result of {@link #hash}. Without a stored text the result is false, in the time
   * of a real comparison, so that timing does not disclose names. Fails with CROWDED at once while too many comparisons
   * wait; {@code known} browsers have places that strangers cannot take.
   */
  public Future<Boolean> fits(String password, Optional<String> stored, boolean known) {
    if (waiting.incrementAndGet() > (known ? MOST_WAITING : MOST_STRANGERS)) {
      waiting.decrementAndGet();
      return Future.failedFuture(new Rejected(
          Rejected.Reason.CROWDED, "Too many people sign in at once: try again in a moment."));
    }
    String expected = stored.orElse(NONE);
    byte[] salt = Base64.getDecoder().decode(expected.split("\\$", -1)[1]);
    return workers
        .executeBlocking(
            () -> MessageDigest.isEqual(
                    encode(password, salt).getBytes(StandardCharsets.UTF_8),
                    expected.getBytes(StandardCharsets.UTF_8))
                && stored.isPresent(),
            false)
        .onComplete(done -> waiting.decrementAndGet());
  }

  private static String encode(String password, byte[] salt) {
    Argon2BytesGenerator argon = new Argon2BytesGenerator();
    argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withSalt(salt)
        .withMemoryAsKB(MEMORY_KIB)
        .withIterations(PASSES)
        .withParallelism(1)
        .build());
    byte[] hash = new byte[HASH_BYTES];
    argon.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return stored(salt, hash);
  }

  private static String stored(byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder();
    return PREFIX + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
  }
}
