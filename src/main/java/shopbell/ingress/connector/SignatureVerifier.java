package shopbell.ingress.connector;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import shopbell.config.Secret;
import shopbell.connector.SignatureSpec;
import shopbell.connector.SignatureSpec.Algorithm;
import shopbell.ingress.DoorRequest;
import shopbell.model.Rejected;

/**
 * Checks that a request is its sender's own, as a {@link SignatureSpec} defines; during a change of the secret there
 * are several.
 */
final class SignatureVerifier {
  private static final Pattern PLACE = Pattern.compile("\\{(body|timestamp|id|url|form)}");

  /** Senders that change a secret sign with the old one and the new one. */
  private static final int MOST_SIGNATURES = 8;

  private static final long LATEST_SECONDS = 100_000_000_000L;

  private final List<String> secrets;

  /** {@code token} may hold several secrets, separated by commas. */
  SignatureVerifier(Secret token) {
    secrets = token.each();
  }

  /** UNAUTHENTICATED where headers are missing, contain too many signatures, or have an expired timestamp. */
  void checkHead(SignatureSpec how, DoorRequest head) {
    String given = head.header(how.header())
        .orElseThrow(() -> refused("The header " + how.header() + " is missing."));
    if (signatures(how, given).size() > MOST_SIGNATURES) {
      throw refused(
          "The header " + how.header() + " has more than " + MOST_SIGNATURES + " signatures.");
    }
    how.timestampHeader().ifPresent(header -> timely(how, header, head));
    how.idHeader().filter(id -> head.header(id).isEmpty()).ifPresent(id -> {
      throw refused("The header " + id + " is missing.");
    });
  }

  /** UNAUTHENTICATED unless a signature is valid and its time within the tolerance. */
  void check(SignatureSpec how, DoorRequest request) {
    checkHead(how, request);
    String given = request.header(how.header()).orElseThrow();
    if (!covered(how, request) || !fits(how, request, given)) {
      throw refused(
          "The signature does not fit: check authToken, and url where the sender signs it.");
    }
  }

  /** A body that is not signed itself is signed by its hash in the address, or it is a form whose fields are. */
  private static boolean covered(SignatureSpec how, DoorRequest request) {
    return !how.content().contains("{url}")
        || how.content().contains("{body}")
        || SignedContent.form(request)
        || SignedContent.hashed(request);
  }

  private boolean fits(SignatureSpec how, DoorRequest request, String given) {
    if (how.algorithm() == Algorithm.JWT_HS256) {
      return secrets.stream()
          .anyMatch(secret ->
              JwtVerifier.fits(secret, without(how.prefix(), given), request, how.tolerance()));
    }
    if (how.algorithm() == Algorithm.TOKEN) {
      return signatures(how, given).stream()
          .anyMatch(
              one -> secrets.stream().anyMatch(secret -> SignatureAlgorithms.same(secret, one)));
    }
    List<byte[]> all = signatures(how, given).stream()
        .flatMap(one -> SignatureAlgorithms.decoded(how.encoding(), one).stream())
        .toList();
    return !all.isEmpty()
        && contents(how, request).stream()
            .anyMatch(
                content -> secrets.stream().anyMatch(secret -> fits(how, secret, all, content)));
  }

  /** One keyed hash, however many signatures it is compared with. */
  private static boolean fits(
      SignatureSpec how, String secret, List<byte[]> signatures, byte[] content) {
    String bare = without(how.secretPrefix(), secret);
    if (how.algorithm() == Algorithm.ED25519) {
      return signatures.stream().anyMatch(one -> SignatureAlgorithms.ed25519(bare, one, content));
    }
    return key(how, bare)
        .map(key -> SignatureAlgorithms.hmac(how.algorithm(), key, content))
        .filter(expected ->
            signatures.stream().anyMatch(one -> SignatureAlgorithms.same(expected, one)))
        .isPresent();
  }

  private static Optional<byte[]> key(SignatureSpec how, String secret) {
    Optional<byte[]> key = how.secretPrefix().isEmpty()
        ? Optional.of(secret.getBytes(StandardCharsets.UTF_8))
        : SignatureAlgorithms.decoded(SignatureSpec.Encoding.BASE64, secret);
    return key.filter(bytes -> bytes.length > 0);
  }

  /** Every signature in the header that has the prefix, without it. */
  private static List<String> signatures(SignatureSpec how, String given) {
    String between = how.prefix().contains(",") ? "\\s+" : "[\\s,]+";
    return Stream.of(given.strip().split(between))
        .filter(one -> one.startsWith(how.prefix()))
        .map(one -> without(how.prefix(), one))
        .toList();
  }

  private static String without(String prefix, String text) {
    return text.startsWith(prefix) ? text.substring(prefix.length()).strip() : text;
  }

  private static void timely(SignatureSpec how, String header, DoorRequest request) {
    String text =
        request.header(header).orElseThrow(() -> refused("The header " + header + " is missing."));
    Duration off = Duration.between(at(header, text), request.receivedAt()).abs();
    if (off.compareTo(how.tolerance()) > 0) {
      throw refused(
          "The signature is of another time: its sender's clock and ours differ by more than "
              + how.tolerance().toSeconds() + " s, or it is sent again.");
    }
  }

  private static Instant at(String header, String text) {
    try {
      if (text.matches("\\d{1,13}")) {
        long value = Long.parseLong(text);
        return value < LATEST_SECONDS ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value);
      }
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw refused("The header " + header + " is no time.");
    }
  }

  /** One for each spelling of the address, where that is signed. */
  private static List<byte[]> contents(SignatureSpec how, DoorRequest request) {
    List<String> urls = how.content().contains("{url}")
        ? SignedContent.addresses(request.url())
        : List.of(request.url());
    return urls.stream().map(url -> content(how, request, url)).toList();
  }

  private static byte[] content(SignatureSpec how, DoorRequest request, String url) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    Matcher place = PLACE.matcher(how.content());
    int from = 0;
    while (place.find()) {
      content.writeBytes(bytes(how.content().substring(from, place.start())));
      content.writeBytes(
          switch (place.group(1)) {
            case "body" -> request.body().getBytes();
            case "timestamp" -> bytes(header(request, how.timestampHeader()));
            case "id" -> bytes(header(request, how.idHeader()));
            case "url" -> bytes(url);
            default -> bytes(SignedContent.fields(request));
          });
      from = place.end();
    }
    content.writeBytes(bytes(how.content().substring(from)));
    return content.toByteArray();
  }

  private static String header(DoorRequest request, Optional<String> name) {
    return name.flatMap(request::header).orElse("");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Rejected refused(String detail) {
    return new Rejected(Rejected.Reason.UNAUTHENTICATED, detail);
  }
}
