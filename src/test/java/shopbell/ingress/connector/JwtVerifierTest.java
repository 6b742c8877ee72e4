package shopbell.ingress.connector;

import static shopbell.ingress.connector.SignatureVerifierTest.bare;
import static shopbell.ingress.connector.SignatureVerifierTest.jwt;
import static shopbell.ingress.connector.SignatureVerifierTest.request;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.connector.SignatureSpec;
import shopbell.connector.SignatureSpec.Algorithm;

/** Tokens of attackers and of senders with wrong clocks; the request is of second 1614265330, the tolerance 300 s. */
class JwtVerifierTest {
  private static final String HEAD = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
  private static final String CLAIMS = "{\"iat\":1614265330,\"exp\":1614265630}";
  private static final SignatureSpec HOW = bare(Algorithm.JWT_HS256, "Authorization", "Bearer ");

  private static void fits(String secret, String token) {
    SignatureVerifierTest.fits(HOW, secret, request("b", Map.of("Authorization", token)));
  }

  private static void refused(String secret, String token) {
    SignatureVerifierTest.refused(HOW, secret, request("b", Map.of("Authorization", token)));
  }

  private static String pem(PublicKey key) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(key.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", ""})
  void aTokenThatSaysItIsNotSignedIsRefused(String algorithm) {
    String none = jwt("{\"alg\":\"" + algorithm + "\"}", CLAIMS, "k");
    String unsigned = none.substring(0, none.lastIndexOf('.'));
    refused("k", none);
    refused("k", unsigned);
    refused("k", unsigned + ".");
    refused(",", unsigned + ".");
    String signed = jwt(HEAD, CLAIMS, "k");
    refused("k", signed.substring(0, signed.lastIndexOf('.') + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"HS384\"}",
        "{\"alg\":\"HS512\"}",
        "{\"alg\":\"RS256\"}",
        "{\"alg\":\"ES256\"}",
        "{\"alg\":[\"HS256\"]}",
        "{\"alg\":\"none\",\"alg\":\"HS256\"}",
        "{}",
        "[]",
        "no JSON"
      })
  void aHeadThatNamesAnotherAlgorithmIsRefusedThoughTheSignatureFits(String head) {
    fits("k", jwt(HEAD, CLAIMS, "k"));
    refused("k", jwt(head, CLAIMS, "k"));
  }

  @Test
  void theTextOfAPublicKeyIsNoSecret() throws GeneralSecurityException {
    String key = pem(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic());
    refused(key, jwt(HEAD, CLAIMS, key));
    refused(key, jwt(HEAD, CLAIMS, key.strip()));
    refused(key, jwt("{\"alg\":\"RS256\"}", CLAIMS, key));
    refused("k, " + key, jwt(HEAD, CLAIMS, key.strip()));
    fits("k, " + key, jwt(HEAD, CLAIMS, "k"));
    String certificate = key.replace("PUBLIC KEY", "CERTIFICATE");
    refused(certificate, jwt(HEAD, CLAIMS, certificate));
  }

  @Test
  void aTokenOfAnRsaKeyIsRefusedWhateverIsConfigured() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    String own = jwt("{\"alg\":\"RS256\"}", CLAIMS, "k");
    String text = own.substring("Bearer ".length(), own.lastIndexOf('.'));
    Signature signer = Signature.getInstance("SHA256withRSA");
    signer.initSign(pair.getPrivate());
    signer.update(text.getBytes(StandardCharsets.UTF_8));
    String token = "Bearer " + text + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
    refused(pem(pair.getPublic()), token);
    refused("k", token);
  }

  @Test
  void aDoorWithAPublicKeyTakesNoTokenSignedWithItsText() throws GeneralSecurityException {
    PublicKey known = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    String key = Base64.getEncoder().encodeToString(known.getEncoded());
    SignatureVerifierTest.refused(
        bare(Algorithm.ED25519, "Authorization", "Bearer "),
        key,
        request("b", Map.of("Authorization", jwt(HEAD, CLAIMS, key))));
  }

  @ParameterizedTest
  @CsvSource({
    "exp, 1614265030, 1614265029",
    "nbf, 1614265630, 1614265631",
    "iat, 1614265030, 1614265029",
    "iat, 1614265630, 1614265631"
  })
  void aTimeIsRightToTheSecondOfTheTolerance(String claim, long last, long beyond) {
    fits("k", jwt(HEAD, "{\"" + claim + "\":" + last + "}", "k"));
    refused("k", jwt(HEAD, "{\"" + claim + "\":" + beyond + "}", "k"));
  }

  @Test
  void oneWrongTimeIsEnough() {
    refused("k", jwt(HEAD, "{\"iat\":1614265330,\"exp\":1614265029}", "k"));
    refused("k", jwt(HEAD, "{\"exp\":1614265630,\"nbf\":1614265631}", "k"));
  }

  @Test
  void aTimeMayBeVeryFarAwayMissingOrNull() {
    fits("k", jwt(HEAD, "{\"exp\":" + Long.MAX_VALUE + ",\"nbf\":" + Long.MIN_VALUE + "}", "k"));
    fits("k", jwt(HEAD, "{\"exp\":null}", "k"));
    fits("k", jwt(HEAD, "{\"exp\":1614265330.5}", "k"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1614265330\"", "true", "[1614265330]", "{}", "1e300", "-1e300"})
  void aTimeThatIsNoNumberOfSecondsIsRefused(String time) {
    for (String claim : new String[] {"exp", "nbf", "iat"}) {
      refused("k", jwt(HEAD, "{\"" + claim + "\":" + time + "}", "k"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"exp\":1614265029,\"exp\":1614265630}", "no JSON", ""})
  void claimsThatCanBeReadInTwoWaysOrNotAtAllAreRefused(String claims) {
    refused("k", jwt(HEAD, claims, "k"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "null", "5", "\"00\""})
  void aHashOfAnotherBodyIsRefused(String hash) {
    refused("k", jwt(HEAD, "{\"payload_hash\":" + hash + "}", "k"));
  }
}
