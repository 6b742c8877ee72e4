package shopbell.ingress.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import shopbell.config.Secret;
import shopbell.ingress.DoorRequest;
import shopbell.ingress.DoorSettings;
import shopbell.json.Json;
import shopbell.model.Rejected;

/** The test vectors of Twilio's own libraries. */
class TwilioSignatureTest {
  private final TwilioSignature signature = new TwilioSignature(new DoorSettings(
      "t",
      "twilio-voice",
      Optional.empty(),
      Optional.of(new Secret("the next one, 12345")),
      Optional.empty(),
      Optional.empty()));

  /** The door has two secrets, as while one is changed: each vector is signed with the second. */
  @TestFactory
  List<DynamicTest> publishedVectorsFitAndAlteredOnesDoNot() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (InputStream in =
        TwilioSignatureTest.class.getResourceAsStream("/ingress/twilio/signature-vectors.json")) {
      for (JsonNode vector : Json.MAPPER.readTree(in).path("vectors")) {
        tests.add(DynamicTest.dynamicTest(vector.path("name").asText(), () -> check(vector)));
      }
    }
    assertEquals(8, tests.size());
    return tests;
  }

  private void check(JsonNode vector) {
    signature.check(request(vector, vector.path("signature").asText()));
    String altered = vector.path("signature").asText().replaceFirst("^.", "_");
    assertThrows(Rejected.class, () -> signature.check(request(vector, altered)));
  }

  private static DoorRequest request(JsonNode vector, String signed) {
    boolean json = vector.has("body");
    MultiMap headers = MultiMap.caseInsensitiveMultiMap()
        .add("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
        .add("X-Twilio-Signature", signed);
    String body = json ? vector.path("body").asText() : form(vector.path("params"));
    return new DoorRequest(
        vector.path("url").asText(), headers, Buffer.buffer(body), Instant.EPOCH);
  }

  private static String form(JsonNode params) {
    List<String> fields = new ArrayList<>();
    params
        .properties()
        .forEach(
            p -> fields.add(encoded(p.getKey()) + "=" + encoded(p.getValue().asText())));
    return String.join("&", fields);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
