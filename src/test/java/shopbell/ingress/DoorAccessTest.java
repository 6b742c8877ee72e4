package shopbell.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.config.InvalidConfiguration;

class DoorAccessTest {
  @Test
  void whatTheOperatorWritesIsRead() {
    DoorAccess access = DoorAccess.of(
        "page",
        Map.of(
            "get", "pixel",
            "origins", "https://shop.example, http://localhost:3000",
            "path", "/hooks/pbx"));
    assertEquals(Optional.of(GetReply.PIXEL), access.get());
    assertEquals(Set.of("https://shop.example", "http://localhost:3000"), access.origins());
    assertEquals(Optional.of("/hooks/pbx"), access.path());
    assertEquals(DoorAccess.USUAL, DoorAccess.of("pbx", Map.of("kind", "zammad-cti")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "get, gif",
    "get, yes",
    "origins, *",
    "origins, shop.example",
    "origins, https://shop.example/",
    "origins, https://shop.example/page",
    "origins, null",
    "origins, file:///a",
    "path, hooks",
    "path, /",
    "path, /hooks/",
    "path, /a/../in",
    "path, /a b",
    "path, /a?b",
    "path, /in/other",
    "path, /api/v1/users",
    "path, /v1/track",
    "path, /index.html",
    "path, /words/en.js"
  })
  void anImpossibleSettingIsNamed(String key, String value) {
    InvalidConfiguration wrong =
        assertThrows(InvalidConfiguration.class, () -> DoorAccess.of("page", Map.of(key, value)));
    assertTrue(wrong.getMessage().startsWith("ingress.page." + key), wrong.getMessage());
  }

  @Test
  void twoDoorsHaveNotOnePath() {
    DoorAccess same = DoorAccess.of("a", Map.of("path", "/hooks"));
    InvalidConfiguration wrong = assertThrows(
        InvalidConfiguration.class, () -> DoorAccess.distinct(Map.of("a", same, "b", same)));
    assertTrue(wrong.getMessage().contains("already"), wrong.getMessage());
  }
}
