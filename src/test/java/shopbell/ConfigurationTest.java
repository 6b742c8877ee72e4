package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;

class ConfigurationTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', textBlock = """
      http.port                              | 65536
      http.port                              | http
      http.publicUrl                         | desk.example.org
      http.allowedHosts                      | http://desk.lan
      http.frameAncestors                    | https://a.example, https://b.example
      http.trustedProxies                    | proxy.lan
      management.port                        | -1
      database.url                           | mysql://db/shop
      database.url                           | embedded:
      session.idleMinutes                    | 0
      session.idleMinutes                    | 10081
      session.secondFactor                   | everyone
      locale                                 | fr
      defaultCountry                         | UK
      currency                               | Euro
      identity.known                         | 1.2
      identity.known                         | 0.5
      identity.likely                        | 65
      identity.duplicate                     | 0
      identity.mergeRole                     | boss
      reasons.retrainMinutes                 | 0
      reasons.blindShare                     | 1.1
      reasons.blindShare                     | 8 %
      ingress.keepPayloadsMinutes            | a day
      ingress.pbx.outsideLine                | 0000
      tracing.endpoint                       | collector
      tracing.ratio                          | 2
      orders.statuses.shop.closed            | gone
      queues.sales.dispositionRequired       | maybe
      deliveries.hook.events                 | everything
      deliveries.hook.timeout                | soon
      """)
  void aValueOutOfItsBoundsIsRefusedAndTheErrorBeginsWithItsKey(String key, String value) {
    Map<String, String> given = key.equals("ingress.pbx.outsideLine")
        ? Map.of(key, value, "ingress.pbx.kind", "zammad-cti")
        : Map.of(key, value);
    InvalidConfiguration refused =
        assertThrows(InvalidConfiguration.class, () -> Configuration.of(Settings.of(given)));
    assertTrue(refused.getMessage().startsWith(key), refused.getMessage());
  }

  @Test
  void theDefaultsAreValid() {
    Configuration configuration = Configuration.of(Settings.of(Map.of()));
    assertEquals(8080, configuration.ports().agents().listen().port());
    assertEquals(Map.of(), configuration.deliveries());
  }

  @Test
  void anEventThatAReceiverNamesTwiceIsToldOnce() {
    Configuration configuration = Configuration.of(Settings.of(Map.of(
        "deliveries.hook.secret", "a secret that is long enough",
        "deliveries.hook.events", "interaction.finished, interaction.finished")));
    assertEquals(1, configuration.deliveries().get("hook").events().size());
  }
}
