package shopbell.security;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) with 19 MiB and two passes, the first choice of the OWASP Password Storage Cheat Sheet.
 *
 * <p>It runs on two threads of its own: it must neither block an event loop nor take the memory of many at once.
 */
public final class Passwords {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final String PREFIX = "argon2id$";

  /** Fits no password; made of no real one, which would take the first start a third of a second. */
  private static final String NOBODY = stored(new byte[SALT_BYTES], new byte[HASH_BYTES]);

  private final WorkerExecutor workers;
  private final SecureRandom random = new SecureRandom();

  /** Lives as long as {@code vertx}. */
  public Passwords(Vertx vertx) {
    workers = vertx.createSharedWorkerExecutor(
        "passwords", Math.max(2, Runtime.getRuntime().availableProcessors() / 2));
  }

  /** The text to store. */
  public Future<String> hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return workers.executeBlocking(() -> encode(password, salt), false);
  }

  /** Compared in constant time; {@code stored} is what {@link #hash} gave. */
  public Future<Boolean> fits(String password, String stored) {
    String[] parts = stored.split("\\$", -1);
    byte[] salt = Base64.getDecoder().decode(parts[1]);
    return workers.executeBlocking(
        () -> MessageDigest.isEqual(
            encode(password, salt).getBytes(StandardCharsets.UTF_8),
            stored.getBytes(StandardCharsets.UTF_8)),
        false);
  }

  /** False, in the time that a real comparison takes: so that names cannot be found out by the clock. */
  public Future<Boolean> fitsNobody(String password) {
    return fits(password, NOBODY).map(false);
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
