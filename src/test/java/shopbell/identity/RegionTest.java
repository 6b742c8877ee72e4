package shopbell.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;

class RegionTest {
  @Test
  void everyRegionWithANumberingPlanIsOne() {
    assertEquals(
        new TreeSet<>(PhoneNumberUtil.getInstance().getSupportedRegions()),
        new TreeSet<>(Region.codes()));
  }

  @ParameterizedTest(name = "{0}: did you mean {1}")
  @CsvSource({
    "UK,GB",
    "EN,GB",
    "uk,GB",
    "de,DE",
    "DEU,DE",
    "Deutschland,DE",
    "Austria,AT",
    "EL,GR",
    "USA,US"
  })
  void anInvalidRegionIsRefusedWithTheProbableOne(String given, String meant) {
    InvalidConfiguration refused = assertThrows(
        InvalidConfiguration.class,
        () -> IdentitySettings.of(Settings.of(Map.of("defaultCountry", given))));
    assertEquals("did you mean " + meant + "?", refused.getMessage().replaceFirst("^.*; ", ""));
  }

  @ParameterizedTest
  @CsvSource({"ZZ", "EU", "49"})
  void aCodeThatResemblesNoRegionIsRefused(String given) {
    assertThrows(
        InvalidConfiguration.class,
        () -> IdentitySettings.of(Settings.of(Map.of("defaultCountry", given))));
  }
}
