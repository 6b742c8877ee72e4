package shopbell.ingress.twilio;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import shopbell.ingress.DoorRequest;
import shopbell.ingress.FormFields;

/** Signs as Twilio does, from its documentation and not with our own code. */
public final class Signed {
  private Signed() {}

  static DoorRequest request(DoorRequest bare) {
    StringBuilder text = new StringBuilder(bare.url());
    new TreeMap<>(FormFields.urlEncoded(bare).raw())
        .forEach((name, values) -> text.append(name).append(values.get(0)));
    MultiMap headers = MultiMap.caseInsensitiveMultiMap()
        .addAll(bare.headers())
        .add("X-Twilio-Signature", hmac(text.toString()));
    return new DoorRequest(bare.url(), headers, bare.body(), bare.receivedAt());
  }

  /** The signature of these form fields sent to {@code url}. */
  public static String form(String url, Map<String, String> fields) {
    StringBuilder text = new StringBuilder(url);
    new TreeMap<>(fields).forEach((name, value) -> text.append(name).append(value));
    return hmac(text.toString());
  }

  private static String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec("12345".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
