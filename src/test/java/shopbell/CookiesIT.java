package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cookies browsers store for a session, by the address at which they reach it. */
class CookiesIT {
  private static RunningShop hired(String publicUrl) {
    return RunningShop.open(
            Map.of("http.publicUrl", publicUrl, "http.frameAncestors", "https://crm.example"))
        .hire("anna");
  }

  private static Answer signIn(RunningShop shop, boolean embedded) {
    return shop.direct("POST", "/api/v1/session")
        .json(Map.of("name", "anna", "password", RunningShop.PASSWORD, "embedded", embedded))
        .send()
        .expect(200);
  }

  private static List<String> set(Answer answer) {
    return answer.response().headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static void have(List<String> cookies, List<String> names, String... parts) {
    assertEquals(
        names, cookies.stream().map(cookie -> cookie.replaceFirst("=.*", "")).toList());
    for (String cookie : cookies) {
      for (String part : parts) {
        assertTrue(cookie.contains("; " + part), part + " is missing: " + cookie);
      }
    }
  }

  @Test
  void behindHttpsEveryCookieBelongsToThisHostAlone() {
    try (RunningShop shop = hired("https://desk.example.org")) {
      Answer in = signIn(shop, false);
      have(
          set(in),
          List.of("__host-shopbell_session", "__host-shopbell_trusted_device"),
          "path=/;",
          "secure",
          "httponly",
          "samesite=strict");
      assertTrue(set(in).stream().noneMatch(cookie -> cookie.contains("domain=")));
      String token = in.cookie("__Host-shopbell_session");
      shop.direct("GET", "/api/v1/session")
          .cookie("__Host-shopbell_session=" + token)
          .send()
          .expect(200);
      shop.direct("GET", "/api/v1/session")
          .cookie("shopbell_session=" + token)
          .send()
          .problem(401);
      Answer out = shop.direct("DELETE", "/api/v1/session")
          .cookie("__Host-shopbell_session=" + token)
          .send()
          .expect(204);
      have(set(out), List.of("__host-shopbell_session"), "path=/;", "secure", "max-age=0");
    }
  }

  @Test
  void soDoesTheOneOfAnEmbeddedScreen() {
    try (RunningShop shop = hired("https://desk.example.org")) {
      have(
          set(signIn(shop, true)),
          List.of("__host-shopbell_embedded", "__host-shopbell_trusted_device"),
          "path=/;",
          "secure",
          "httponly",
          "samesite=none",
          "partitioned");
    }
  }

  @Test
  void belowAPathItIsNotShownToTheRestOfTheSite() {
    try (RunningShop shop = hired("https://www.example.org/tools/bell")) {
      have(
          set(signIn(shop, false)),
          List.of("__secure-shopbell_session", "__secure-shopbell_trusted_device"),
          "path=/tools/bell/;",
          "secure");
      assertEquals("", signIn(shop, false).header("Strict-Transport-Security"));
    }
  }

  @Test
  void browsersAreToldToComeByHttpsAloneWhereTheyDo() {
    try (RunningShop shop = hired("https://desk.example.org")) {
      for (String path : List.of("/", "/api/v1/session", "/nowhere")) {
        String told = shop.direct("GET", path).send().header("Strict-Transport-Security");
        assertEquals("max-age=31536000", told, path);
      }
    }
    try (RunningShop plain = hired("http://desk.example.org")) {
      Answer in = signIn(plain, false);
      assertEquals("", in.header("Strict-Transport-Security"));
      assertTrue(in.cookie().length() > "shopbell_session=".length());
    }
  }
}
