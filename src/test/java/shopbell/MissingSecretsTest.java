package shopbell;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;
import shopbell.config.SettingsReader;
import shopbell.metrics.Meters;
import shopbell.metrics.Registry;
import shopbell.webhook.WebhookDispatcher;

/** A feature without its required secret does not start, and the message names the secret. */
class MissingSecretsTest {
  private static final String JWT = """
      name: talks
      door:
        verify: {algorithm: jwt-hs256, header: Authorization, prefix: Bearer}
        map: body
      """;

  @TempDir
  Path folder;

  private static void refused(String key, Executable start) {
    String said = assertThrows(InvalidConfiguration.class, start).getMessage();
    String variable = "SHOPBELL_"
        + key.replace('.', '_').replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    assertTrue(said.startsWith(key + " is "), said);
    assertTrue(said.contains(variable) && said.contains(variable + "_FILE"), said);
  }

  @ParameterizedTest
  @CsvSource({
    "ingress.shop.key, SHOPBELL_INGRESS_SHOP_KEY",
    "ingress.shop.authToken, SHOPBELL_INGRESS_SHOP_AUTH_TOKEN",
    "sources.crm.token, SHOPBELL_SOURCES_CRM_TOKEN",
    "sources.crm.password, SHOPBELL_SOURCES_CRM_PASSWORD",
    "deliveries.hook.secret, SHOPBELL_DELIVERIES_HOOK_SECRET",
    "deliveries.hook.token, SHOPBELL_DELIVERIES_HOOK_TOKEN",
    "journey.identityVerification, SHOPBELL_JOURNEY_IDENTITY_VERIFICATION"
  })
  void aSecretThatIsGivenAndEmptyIsRefused(String key, String variable) throws IOException {
    for (String empty : new String[] {"", "  ", ",", " , ,"}) {
      refused(key, () -> Settings.of(Map.of(key, empty)));
      refused(key, () -> SettingsReader.read(Optional.empty(), Map.of(variable, empty)));
    }
    String yaml = key.replaceFirst("[.]", ": {").replaceFirst("[.]", ": {");
    String ends = yaml.replaceAll("[^{]", "").replace('{', '}');
    for (String empty : new String[] {": ''", ": []", ": ['']", ": "}) {
      Path file = Files.writeString(folder.resolve("shopbell.yaml"), yaml + empty + ends);
      refused(key, () -> SettingsReader.read(Optional.of(file), Map.of()));
    }
  }

  @Test
  void soIsAConnectorsOwnSecret() {
    refused("sources.crm.set.apiKey", () -> Settings.of(Map.of("sources.crm.set.apiKey", "")));
    assertDoesNotThrow(() -> Settings.of(Map.of("sources.crm.set.greeting", "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"twilio-voice", "twilio-taskrouter", "standard-webhooks", "chatwoot"})
  void aDoorWhoseSenderSignsNeedsItsSecret(String kind) {
    refused("ingress.here.authToken", starts(Map.of("ingress.here.kind", kind)));
    assertDoesNotThrow(starts(
        Map.of("ingress.here.kind", kind, "ingress.here.authToken", "whsec_c29tZXRoaW5nIGVsc2U=")));
  }

  @Test
  void aDoorThatTakesTokensNeedsTheKeyTheyAreSignedWith() throws IOException {
    Files.writeString(folder.resolve("talks.yaml"), JWT);
    refused("ingress.here.authToken", starts(Map.of("ingress.here.kind", "talks")));
  }

  @Test
  void aSenderThatSignsNothingIsAdmittedByAKeyOfTheDoorsOwn() {
    assertDoesNotThrow(
        starts(Map.of("ingress.here.kind", "chatwoot", "ingress.here.key", "a key of its own")));
  }

  @Test
  void aReceiverNeedsTheSecretItKnowsUsBy() {
    Vertx vertx = Vertx.vertx();
    try {
      Map<String, String> hook = new HashMap<>(Map.of("deliveries.hook.url", "https://a.example"));
      refused("deliveries.hook.secret", mailroom(vertx, hook));
      hook.put("deliveries.hook.kind", "request-tracker");
      refused("deliveries.hook.token", mailroom(vertx, hook));
    } finally {
      Waiting.on(vertx.close());
    }
  }

  private Executable starts(Map<String, String> given) {
    Map<String, String> settings = new HashMap<>(given);
    settings.put("connectors.folder", folder.toString());
    return () -> Configuration.of(Settings.of(settings));
  }

  private static Executable mailroom(Vertx vertx, Map<String, String> given) {
    return () -> {
      Configuration configuration = Configuration.of(Settings.of(given));
      new WebhookDispatcher(
          new WebhookDispatcher.WebhookParts(vertx, configuration.connectors(), null, () -> {}),
          configuration.deliveries(),
          new Meters(Registry.open()),
          InstantSource.system());
    };
  }
}
