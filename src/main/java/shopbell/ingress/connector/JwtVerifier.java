package shopbell.ingress.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import shopbell.connector.SignatureSpec.Algorithm;
import shopbell.connector.SignatureSpec.Encoding;
import shopbell.ingress.DoorRequest;
import shopbell.json.StrictJson;
import shopbell.model.Rejected;

/**
 * A JSON Web Token signed with HS256 (RFC 7519), and no other: the algorithm in its header is not trusted. Why no
 * library does it: docs/adr/0004-jwt-of-webhooks.md.
 */
final class JwtVerifier {
  private static final int PARTS = 3;

  /** The text of a public key is no secret: every reader of it could sign with it. */
  private static final Pattern NO_SECRET = Pattern.compile("(PUBLIC KEY|CERTIFICATE)-----");

  private JwtVerifier() {}

  /**
   * Whether it is signed with {@code secret} and valid when the request came; where it contains the body's hash, as
   * Vonage's do in {@code payload_hash}, that must match.
   */
  static boolean fits(String secret, String token, DoorRequest request, Duration tolerance) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != PARTS || NO_SECRET.matcher(secret).find()) {
      return false;
    }
    byte[] expected = SignatureAlgorithms.hmac(
        Algorithm.HMAC_SHA256,
        secret.getBytes(StandardCharsets.UTF_8),
        (parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8));
    boolean signed = SignatureAlgorithms.decoded(Encoding.BASE64, parts[2])
        .filter(given -> SignatureAlgorithms.same(expected, given))
        .isPresent();
    return signed
        && read(parts[0])
            .filter(head -> head.path("alg").asText().equals("HS256"))
            .isPresent()
        && read(parts[1]).filter(claims -> holds(claims, request, tolerance)).isPresent();
  }

  private static boolean holds(JsonNode claims, DoorRequest request, Duration tolerance) {
    long earliest = request.receivedAt().minus(tolerance).getEpochSecond();
    long latest = request.receivedAt().plus(tolerance).getEpochSecond();
    return timely(claims, "exp", at -> at >= earliest)
        && timely(claims, "nbf", at -> at <= latest)
        && timely(claims, "iat", at -> at >= earliest && at <= latest)
        && (!claims.has("payload_hash") || hashed(claims.path("payload_hash").asText(), request));
  }

  private static boolean hashed(String hash, DoorRequest request) {
    return SignatureAlgorithms.same(
        HexFormat.of().formatHex(SignatureAlgorithms.sha256(request.body().getBytes())), hash);
  }

  /** A missing time limits nothing; one that is no number of seconds is never right. */
  private static boolean timely(JsonNode claims, String name, LongPredicate right) {
    JsonNode at = claims.path(name);
    return !claims.hasNonNull(name) || (at.canConvertToLong() && right.test(at.asLong()));
  }

  private static Optional<JsonNode> read(String part) {
    try {
      return SignatureAlgorithms.decoded(Encoding.BASE64, part).map(StrictJson::read);
    } catch (Rejected noJson) {
      return Optional.empty();
    }
  }
}
