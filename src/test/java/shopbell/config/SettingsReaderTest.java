package shopbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets can stay out of the file: in the environment, or in a file that the environment names. */
class SettingsReaderTest {
  private static final String FILE = """
      ingress:
        shop: {kind: standard-webhooks}
      sources:
        my-crm:
          kind: rest
          set: {apiKey: in-the-file, URLPrefix: in-the-file}
      """;

  @TempDir
  private Path folder;

  private Settings read(String variable, String value) throws IOException {
    Path file = Files.writeString(folder.resolve("shopbell.yaml"), FILE);
    return SettingsReader.read(Optional.of(file), Map.of(variable, value));
  }

  private static String value(Settings settings, String key) {
    String[] parts = key.split("[.]", 3);
    return parts.length == 3
        ? settings.named(parts[0]).get(parts[1]).get(parts[2])
        : settings.text(key);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      database.url                 | SHOPBELL_DATABASE_URL
      journey.identityVerification | SHOPBELL_JOURNEY_IDENTITY_VERIFICATION
      ingress.shop.key             | SHOPBELL_INGRESS_SHOP_KEY
      ingress.shop.authToken       | SHOPBELL_INGRESS_SHOP_AUTH_TOKEN
      ingress.new-door.key         | SHOPBELL_INGRESS_NEW_DOOR_KEY
      sources.my-crm.token         | SHOPBELL_SOURCES_MY_CRM_TOKEN
      sources.my-crm.user          | SHOPBELL_SOURCES_MY_CRM_USER
      sources.my-crm.password      | SHOPBELL_SOURCES_MY_CRM_PASSWORD
      sources.my-crm.set.apiKey    | SHOPBELL_SOURCES_MY_CRM_SET_API_KEY
      sources.my-crm.set.URLPrefix | SHOPBELL_SOURCES_MY_CRM_SET_URLPREFIX
      sources.my-crm.set.pin       | SHOPBELL_SOURCES_MY_CRM_SET_PIN
      sources.erp.set.secretWord   | SHOPBELL_SOURCES_ERP_SET_SECRET_WORD
      deliveries.hook.secret       | SHOPBELL_DELIVERIES_HOOK_SECRET
      deliveries.hook.token        | SHOPBELL_DELIVERIES_HOOK_TOKEN
      deliveries.hook.password     | SHOPBELL_DELIVERIES_HOOK_PASSWORD
      """)
  void everySecretComesFromTheEnvironmentOrFromAFile(String key, String variable)
      throws IOException {
    assertEquals("s3cret", value(read(variable, "s3cret"), key));
    Path secret = Files.writeString(folder.resolve("secret"), "from a file\n");
    assertEquals("from a file", value(read(variable + "_FILE", secret.toString()), key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "", ".", "empty", "bytes", "a\0b"})
  void aFileThatHasNoSecretStopsTheStartAndIsNamed(String name) throws IOException {
    Files.writeString(folder.resolve("empty"), " \n");
    Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xc3, 0x28});
    String path =
        name.isEmpty() || name.contains("\0") ? name : folder.resolve(name).toString();
    String variable = "SHOPBELL_INGRESS_SHOP_AUTH_TOKEN_FILE";
    InvalidConfiguration wrong =
        assertThrows(InvalidConfiguration.class, () -> read(variable, path));
    assertTrue(wrong.getMessage().contains(variable), wrong.getMessage());
  }

  @Test
  void aVariableThatStandsForNoKeyIsNamed() {
    String variable = "SHOPBELL_SOURCES_MY_CRM_TOKKEN_FILE";
    InvalidConfiguration wrong =
        assertThrows(InvalidConfiguration.class, () -> read(variable, "/tmp"));
    assertTrue(wrong.getMessage().contains(variable), wrong.getMessage());
  }
}
