package shopbell.ingress.twilio;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import shopbell.config.Hmac;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Secret;
import shopbell.ingress.DoorRequest;
import shopbell.ingress.DoorSettings;
import shopbell.ingress.FormFields;
import shopbell.model.Rejected;

/**
 * {@code X-Twilio-Signature}: HMAC-SHA1 over the address as configured at Twilio and all form fields in order (Twilio
 * docs, "Webhooks security"; rules confirmed by the vectors of Twilio's own libraries).
 */
public final class TwilioSignature {
  private static final String BODY_HASH = "bodySHA256=";
  private static final String HEADER = "X-Twilio-Signature";

  private final Secret token;

  /** InvalidConfiguration when the door has no {@code authToken}. */
  public TwilioSignature(DoorSettings door) {
    token = door.authToken()
        .orElseThrow(() -> InvalidConfiguration.missing(
            "ingress." + door.name() + ".authToken", "Twilio signs with it"));
  }

  /** Twilio's form or JSON. */
  static FormFields form(DoorRequest request) {
    return json(request) ? FormFields.of(request) : FormFields.urlEncoded(request);
  }

  /** UNAUTHENTICATED where there is none at all. */
  void checkHead(DoorRequest head) {
    if (head.header(HEADER).isEmpty()) {
      throw refused();
    }
  }

  /** UNAUTHENTICATED unless the signature matches one of the spellings of the address. */
  public void check(DoorRequest request) {
    String given = request.header(HEADER).orElse("");
    // of JSON the address alone is signed, and contains the body's hash
    boolean fits = json(request)
        ? hashed(request) && fits(request.url(), "", given)
        : fits(request.url(), fields(FormFields.urlEncoded(request)), given);
    if (!fits) {
      throw refused();
    }
  }

  private static boolean json(DoorRequest request) {
    return request.mediaType().equals("application/json");
  }

  private static Rejected refused() {
    return new Rejected(
        Rejected.Reason.UNAUTHENTICATED,
        "The signature does not fit: check authToken, and set url to the exact address Twilio was given.");
  }

  private static boolean hashed(DoorRequest request) {
    String query = request.url().replaceFirst("^[^?]*", "");
    byte[] expected =
        (BODY_HASH + sha256(request.body().getBytes())).getBytes(StandardCharsets.UTF_8);
    return Stream.of(query.replaceFirst("^\\?", "").split("&"))
        .anyMatch(part -> MessageDigest.isEqual(expected, part.getBytes(StandardCharsets.UTF_8)));
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private boolean fits(String url, String fields, String given) {
    boolean fits = false;
    for (String secret : token.each()) {
      for (String address : addresses(url)) {
        byte[] expected = sign(secret, address + fields).getBytes(StandardCharsets.UTF_8);
        fits |= MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
      }
    }
    return fits;
  }

  /** With and without its port, because proxies and Twilio disagree about it. */
  private static List<String> addresses(String url) {
    String bare = url.split("#", 2)[0];
    try {
      URI uri = URI.create(bare);
      int standard = "https".equals(uri.getScheme()) ? 443 : 80;
      String host = uri.getHost();
      String rest = bare.substring(
          bare.indexOf(uri.getRawAuthority()) + uri.getRawAuthority().length());
      String head = uri.getScheme() + "://" + host;
      int port = uri.getPort() == -1 ? standard : uri.getPort();
      return List.of(bare, head + rest, head + ":" + port + rest);
    } catch (IllegalArgumentException | NullPointerException e) {
      return List.of(bare);
    }
  }

  private static String fields(FormFields formFields) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, List<String>> field : new TreeMap<>(formFields.raw()).entrySet()) {
      field.getValue().stream()
          .distinct()
          .sorted()
          .forEach(value -> text.append(field.getKey()).append(value));
    }
    return text.toString();
  }

  private static String sign(String secret, String text) {
    return Base64.getEncoder().encodeToString(Hmac.SHA1.of(secret, text));
  }
}
