package shopbell.ingress.connector;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import shopbell.config.Secret;
import shopbell.connector.SignatureSpec;
import shopbell.connector.SignatureSpec.Algorithm;
import shopbell.connector.SignatureSpec.Encoding;
import shopbell.ingress.DoorRequest;
import shopbell.model.Rejected;

/** Published vectors of the senders themselves, and for each algorithm forged, expired and missing signatures. */
class SignatureVerifierTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);
  private static final String FORM = "application/x-www-form-urlencoded";

  static SignatureSpec bare(Algorithm algorithm, String header, String prefix) {
    return new SignatureSpec(
        algorithm,
        header,
        "{body}",
        Encoding.HEX,
        prefix,
        "",
        Optional.empty(),
        Optional.empty(),
        Duration.ofMinutes(5));
  }

  private static SignatureSpec timed(
      Algorithm algorithm, String content, Encoding encoding, String prefix) {
    return new SignatureSpec(
        algorithm,
        "X-Sign",
        content,
        encoding,
        prefix,
        "",
        Optional.of("X-Time"),
        Optional.empty(),
        Duration.ofMinutes(5));
  }

  static DoorRequest request(String body, Map<String, String> headers) {
    MultiMap all = MultiMap.caseInsensitiveMultiMap();
    headers.forEach(all::add);
    return new DoorRequest("https://shop.example/in/x", all, Buffer.buffer(body), NOW);
  }

  static void fits(SignatureSpec how, String secret, DoorRequest request) {
    assertDoesNotThrow(() -> new SignatureVerifier(new Secret(secret)).check(how, request));
  }

  static void refused(SignatureSpec how, String secret, DoorRequest request) {
    Rejected refused = assertThrows(
        Rejected.class, () -> new SignatureVerifier(new Secret(secret)).check(how, request));
    assertEquals(Rejected.Reason.UNAUTHENTICATED, refused.reason());
  }

  private static String hex(Algorithm algorithm, String secret, String content) {
    return HexFormat.of()
        .formatHex(SignatureAlgorithms.hmac(
            algorithm,
            secret.getBytes(StandardCharsets.UTF_8),
            content.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "It's a Secret to Everybody,'Hello, World!',757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
    "secret,data,1b2c16b75bd2a870c114153ccda5bcfca63314bc722fa160d690de133ccbb9db"
  })
  void gitHubsAndOctokitsVectorsFit(String secret, String body, String signature) {
    SignatureSpec how = bare(Algorithm.HMAC_SHA256, "X-Hub-Signature-256", "sha256=");
    fits(how, secret, request(body, Map.of("X-Hub-Signature-256", "sha256=" + signature)));
    fits(how, secret, request(body, Map.of("x-hub-signature-256", "sha256=" + signature)));
    refused(how, secret, request(body, Map.of("X-Hub-Signature-256", signature)));
    refused(how, secret, request(body + " ", Map.of("X-Hub-Signature-256", "sha256=" + signature)));
  }

  @Test
  void standardWebhooksOwnVectorFitsOneOfSeveralSignatures() {
    SignatureSpec how = new SignatureSpec(
        Algorithm.HMAC_SHA256,
        "webhook-signature",
        "{id}.{timestamp}.{body}",
        Encoding.BASE64,
        "v1,",
        "whsec_",
        Optional.of("webhook-timestamp"),
        Optional.of("webhook-id"),
        Duration.ofMinutes(5));
    String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    String good = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    String bad = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA=";
    String body = "{\"test\": 2432232314}";
    Map<String, String> headers =
        Map.of("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp", "1614265330");
    fits(how, secret, request(body, with(headers, "webhook-signature", good)));
    fits(how, secret, request(body, with(headers, "webhook-signature", bad + " v1a,x " + good)));
    String eight = (bad + " ").repeat(7) + good;
    fits(how, secret, request(body, with(headers, "webhook-signature", eight)));
    refused(how, secret, request(body, with(headers, "webhook-signature", bad + " " + eight)));
    refused(how, secret, request(body, with(headers, "webhook-signature", bad)));
    refused(how, secret, request(body, with(headers, "webhook-signature", "v2" + good)));
    refused(how, secret, request(body, Map.of("webhook-signature", good)));
    refused(how, "whsec_", request(body, with(headers, "webhook-signature", good)));
  }

  private static Map<String, String> with(Map<String, String> headers, String name, String value) {
    Map<String, String> all = new java.util.HashMap<>(headers);
    all.put(name, value);
    return all;
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"HMAC_SHA1", "HMAC_SHA256", "HMAC_SHA512"})
  void aForgedOldEarlyOrMissingSignatureIsRefused(Algorithm algorithm) {
    SignatureSpec how = timed(algorithm, "{timestamp}.{body}", Encoding.HEX, "v=");
    for (long off : new long[] {0, -299, 299}) {
      String time = Long.toString(NOW.getEpochSecond() + off);
      String sign = "v=" + hex(algorithm, "k", time + ".b");
      fits(how, "k", request("b", Map.of("X-Sign", sign, "X-Time", time)));
      fits(how, "old, k", request("b", Map.of("X-Sign", sign, "X-Time", time)));
      refused(how, "old", request("b", Map.of("X-Sign", sign, "X-Time", time)));
      refused(how, "k", request("c", Map.of("X-Sign", sign, "X-Time", time)));
      refused(how, "k", request("b", Map.of("X-Sign", sign)));
      refused(how, "k", request("b", Map.of("X-Time", time)));
      refused(how, "k", request("b", Map.of("X-Sign", "v=zz", "X-Time", time)));
      refused(how, "k", request("b", Map.of("X-Sign", sign, "X-Time", "soon")));
    }
    for (long off : new long[] {-301, 301}) {
      String time = Long.toString(NOW.getEpochSecond() + off);
      String sign = "v=" + hex(algorithm, "k", time + ".b");
      refused(how, "k", request("b", Map.of("X-Sign", sign, "X-Time", time)));
    }
  }

  @Test
  void zendeskPutsNothingBetweenTimeAndBodyAndWritesTheTimeOut() {
    SignatureSpec how = timed(Algorithm.HMAC_SHA256, "{timestamp}{body}", Encoding.BASE64, "");
    String time = "2021-02-25T15:02:10Z";
    byte[] sign = SignatureAlgorithms.hmac(
        Algorithm.HMAC_SHA256,
        "k".getBytes(StandardCharsets.UTF_8),
        (time + "b").getBytes(StandardCharsets.UTF_8));
    String text = Base64.getEncoder().encodeToString(sign);
    fits(how, "k", request("b", Map.of("X-Sign", text, "X-Time", time)));
    refused(how, "k", request("b", Map.of("X-Sign", text, "X-Time", "2021-02-25T15:02:11Z")));
  }

  @Test
  void telnyxSignsWithAPairOfKeys() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    java.security.Signature signer = java.security.Signature.getInstance("Ed25519");
    signer.initSign(pair.getPrivate());
    signer.update("1614265330|b".getBytes(StandardCharsets.UTF_8));
    String sign = Base64.getEncoder().encodeToString(signer.sign());
    byte[] known = pair.getPublic().getEncoded();
    String bare = Base64.getEncoder()
        .encodeToString(Arrays.copyOfRange(known, known.length - 32, known.length));
    SignatureSpec how = timed(Algorithm.ED25519, "{timestamp}|{body}", Encoding.BASE64, "");
    DoorRequest request = request("b", Map.of("X-Sign", sign, "X-Time", "1614265330"));
    fits(how, bare, request);
    fits(how, Base64.getEncoder().encodeToString(known), request);
    refused(how, Base64.getEncoder().encodeToString(new byte[32]), request);
    refused(how, "no key", request);
    refused(how, bare, request("c", Map.of("X-Sign", sign, "X-Time", "1614265330")));
    refused(how, bare, request("b", Map.of("X-Sign", "AAAA", "X-Time", "1614265330")));
    refused(how, bare, request("b", Map.of("X-Sign", sign, "X-Time", "1614265029")));
  }

  static String jwt(String head, String claims, String secret) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String text = encoder.encodeToString(head.getBytes(StandardCharsets.UTF_8)) + "."
        + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    byte[] sign = SignatureAlgorithms.hmac(
        Algorithm.HMAC_SHA256,
        secret.getBytes(StandardCharsets.UTF_8),
        text.getBytes(StandardCharsets.UTF_8));
    return "Bearer " + text + "." + encoder.encodeToString(sign);
  }

  @Test
  void vonagesTokenIsBoundToTheBodyAndToItsTime() {
    SignatureSpec how = bare(Algorithm.JWT_HS256, "Authorization", "Bearer ");
    String hash =
        HexFormat.of().formatHex(SignatureAlgorithms.sha256("b".getBytes(StandardCharsets.UTF_8)));
    String head = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    String claims = "{\"iat\":1614265330,\"exp\":1614265630,\"payload_hash\":\"" + hash + "\"}";
    String good = jwt(head, claims, "k");
    fits(how, "k", request("b", Map.of("Authorization", good)));
    refused(how, "k", request("c", Map.of("Authorization", good)));
    refused(how, "l", request("b", Map.of("Authorization", good)));
    refused(how, "k", request("b", Map.of("Authorization", good + "A")));
    refused(how, "k", request("b", Map.of("Authorization", "Bearer a.b")));
    refused(how, "k", request("b", Map.of()));
    String none = jwt("{\"alg\":\"none\"}", claims, "k");
    refused(how, "k", request("b", Map.of("Authorization", none)));
    refused(how, "k", request("b", Map.of("Authorization", none.replaceFirst("[.][^.]*$", "."))));
    String old = jwt(head, "{\"iat\":1614264000}", "k");
    refused(how, "k", request("b", Map.of("Authorization", old)));
    String over = jwt(head, "{\"exp\":1614264000}", "k");
    refused(how, "k", request("b", Map.of("Authorization", over)));
    String early = jwt(head, "{\"nbf\":1614266000}", "k");
    refused(how, "k", request("b", Map.of("Authorization", early)));
  }

  @Test
  void aPlainTokenIsComparedWhole() {
    SignatureSpec how = bare(Algorithm.TOKEN, "X-RocketChat-Livechat-Token", "");
    fits(how, "s3cret", request("b", Map.of("X-RocketChat-Livechat-Token", "s3cret")));
    refused(how, "s3cret", request("b", Map.of("X-RocketChat-Livechat-Token", "s3cre")));
    refused(how, "s3cret", request("b", Map.of()));
  }

  private static final SignatureSpec OVER_ADDRESS_AND_FORM = new SignatureSpec(
      Algorithm.HMAC_SHA1,
      "X-Twilio-Signature",
      "{url}{form}",
      Encoding.BASE64,
      "",
      "",
      Optional.empty(),
      Optional.empty(),
      Duration.ofMinutes(5));

  @Test
  void anAddressThatIsSignedWithoutTheBodyNamesTheBodysHash() {
    byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(SignatureAlgorithms.sha256(body));
    DoorRequest with =
        signed("https://shop.example/in/x?bodySHA256=" + hash, "application/json", body, "");
    DoorRequest without = signed("https://shop.example/in/x", "application/json", body, "");
    fits(OVER_ADDRESS_AND_FORM, "12345", with);
    refused(OVER_ADDRESS_AND_FORM, "12345", without);
    Buffer changed = Buffer.buffer("{\"a\":2}");
    refused(
        OVER_ADDRESS_AND_FORM, "12345", new DoorRequest(with.url(), with.headers(), changed, NOW));
  }

  @Test
  void aFormIsSignedFieldByFieldWithThePortOrWithoutIt() {
    byte[] form = "b=2&a=1&a=0&c=".getBytes(StandardCharsets.UTF_8);
    DoorRequest signed = signed("https://shop.example/in/x", FORM, form, "a0a1b2c");
    fits(OVER_ADDRESS_AND_FORM, "12345", signed);
    fits(
        OVER_ADDRESS_AND_FORM,
        "12345",
        new DoorRequest(
            "https://shop.example:443/in/x", signed.headers(), Buffer.buffer(form), NOW));
  }

  private static DoorRequest signed(String url, String type, byte[] body, String fields) {
    byte[] sign = SignatureAlgorithms.hmac(
        Algorithm.HMAC_SHA1,
        "12345".getBytes(StandardCharsets.UTF_8),
        (url + fields).getBytes(StandardCharsets.UTF_8));
    MultiMap headers = MultiMap.caseInsensitiveMultiMap()
        .add("Content-Type", type)
        .add("X-Twilio-Signature", Base64.getEncoder().encodeToString(sign));
    return new DoorRequest(url, headers, Buffer.buffer(body), NOW);
  }
}
