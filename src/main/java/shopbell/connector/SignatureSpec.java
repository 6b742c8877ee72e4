package shopbell.connector;

import java.time.Duration;
import java.util.Optional;

/**
 * How a sender signs its payloads.
 *
 * @param algorithm HMAC-SHA1, HMAC-SHA256, HMAC-SHA512, ED25519, JWT-HS256 or TOKEN (the header is the secret itself)
 * @param header with the signature, or several, separated by blanks or commas
 * @param content the signed content: {@code {body}}, {@code {timestamp}}, {@code {id}}, {@code {url}} and literal text
 * @param encoding of the signature: hex or base64
 * @param prefix before each signature, such as {@code sha256=} or {@code v1,}; empty when there is none
 * @param secretPrefix before a secret that is itself Base64, such as {@code whsec_}; empty when it is plain text
 * @param timestampHeader when the payload was signed, in seconds since 1970 or RFC 3339
 * @param idHeader the delivery's own id, where it is signed too
 * @param tolerance how far that time may be from ours
 */
public record SignatureSpec(
    Algorithm algorithm,
    String header,
    String content,
    Encoding encoding,
    String prefix,
    String secretPrefix,
    Optional<String> timestampHeader,
    Optional<String> idHeader,
    Duration tolerance) {
  /** The algorithms of the senders in docs/connector-expressions.md. */
  public enum Algorithm {
    HMAC_SHA1,
    HMAC_SHA256,
    HMAC_SHA512,
    ED25519,
    JWT_HS256,
    TOKEN
  }

  /** The encoding of bytes in a header. */
  public enum Encoding {
    HEX,
    BASE64
  }

  public SignatureSpec {
    if (content.contains("{timestamp}") && timestampHeader.isEmpty()) {
      throw new IllegalArgumentException(
          "verify.timestampHeader is missing: verify.content names {timestamp}");
    }
    if (content.contains("{id}") && idHeader.isEmpty()) {
      throw new IllegalArgumentException("verify.idHeader is missing: verify.content names {id}");
    }
  }
}
