package shopbell.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;

class TraceExportSettingsTest {
  private static TraceExportSettings with(String key, String value) {
    return TraceExportSettings.of(Settings.of(Map.of(key, value)));
  }

  @Test
  void thereIsNoneUnlessItIsNamed() {
    assertEquals(Optional.empty(), TraceExportSettings.of(Settings.of(Map.of())).url());
  }

  @Test
  void allArrivalsAreTracedUnlessAShareIsNamed() {
    assertEquals(1, TraceExportSettings.of(Settings.of(Map.of())).ratio());
    assertEquals(0.05, with("tracing.ratio", "0.05").ratio());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"collector:4318", "ftp://collector/v1/traces", "http://", "not an address"})
  void anInvalidAddressStopsTheStart(String endpoint) {
    InvalidConfiguration bad =
        assertThrows(InvalidConfiguration.class, () -> with("tracing.endpoint", endpoint));
    assertTrue(bad.getMessage().startsWith("tracing.endpoint"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2", "half"})
  void anInvalidShareStopsTheStart(String ratio) {
    InvalidConfiguration bad =
        assertThrows(InvalidConfiguration.class, () -> with("tracing.ratio", ratio));
    assertTrue(bad.getMessage().startsWith("tracing.ratio"));
  }
}
