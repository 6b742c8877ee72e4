package shopbell.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Secret;

class WebhookSignatureTest {
  /** The vector of the specification's own libraries. */
  @Test
  void isWhatTheSpecificationsOwnLibrariesMake() {
    WebhookSignature webhookSignature =
        WebhookSignature.by(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), "deliveries.crm");
    assertEquals(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        webhookSignature.of(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1_614_265_330L),
            "{\"test\": 2432232314}"));
  }

  @Test
  void whileASecretIsChangedBothSign() {
    String old = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    String fresh = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    Instant at = Instant.ofEpochSecond(1_614_265_330L);
    String both =
        WebhookSignature.by(new Secret(old + ", " + fresh), "deliveries.crm").of("msg_1", at, "{}");
    assertEquals(
        WebhookSignature.by(new Secret(old), "d").of("msg_1", at, "{}") + " "
            + WebhookSignature.by(new Secret(fresh), "d").of("msg_1", at, "{}"),
        both);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "whsec_",
        "whsec_c2hvcnQ=",
        "whsec_!",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
      })
  void aSecretThatIsNoneIsRefusedAndNotRepeated(String text) {
    InvalidConfiguration wrong = assertThrows(
        InvalidConfiguration.class, () -> WebhookSignature.by(new Secret(text), "deliveries.crm"));
    assertTrue(wrong.getMessage().startsWith("deliveries.crm.secret is whsec_ and 24 to 64"));
  }
}
