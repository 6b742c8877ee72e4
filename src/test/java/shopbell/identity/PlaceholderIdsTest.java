package shopbell.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.config.Settings;

class PlaceholderIdsTest {
  private final PlaceholderIds usual =
      new PlaceholderIds(Settings.of(Map.of()).text("identity.ignoredIds"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "undefined",
        "Undefined",
        "UNDEFINED",
        " undefined ",
        "null",
        "NULL",
        "None",
        "none",
        "NaN",
        "nan",
        "[object Object]",
        "[OBJECT OBJECT]",
        "[object  Object]",
        "0",
        "00",
        "0000000",
        "0.0",
        "anonymous",
        "Anonymous",
        "guest",
        "GUEST",
        "nil",
        "(null)",
        "<null>",
        "n/a",
        "N/A",
        "-",
        "--",
        "?",
        "...",
        "unknown",
        "true",
        "false",
        "-1",
        "\"undefined\"",
        "'null'",
        "\"\"",
        "00000000-0000-0000-0000-000000000000",
        "00000000000000000000000000000000",
        "{00000000-0000-0000-0000-000000000000}",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
        "{{ user.id }}",
        "${userId}",
        "%%user_id%%",
        "<%= user.id %>",
        "not_authenticated",
        "distinct_id",
        "(not set)",
        "\u200bundefined",
        " ",
        ""
      })
  void aPlaceholderNamesNobody(String id) {
    assertTrue(usual.contains(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "10",
        "7",
        "K-00017",
        "0a",
        "nullmann",
        "guest-17",
        "anna",
        "user-0",
        "00000000-0000-0000-0000-000000000001",
        "undefined@shop.example",
        "none@shop.example"
      })
  void anIdThatOnlyResemblesAPlaceholderIdentifiesACustomer(String id) {
    assertFalse(usual.contains(id));
  }

  @Test
  void theListIsTheOperators() {
    PlaceholderIds own = new PlaceholderIds("dummy, Kein Kunde");
    assertTrue(own.contains("kein  kunde"));
    assertTrue(own.contains("DUMMY"));
    assertFalse(own.contains("undefined"));
    assertTrue(own.contains("0"));
  }
}
