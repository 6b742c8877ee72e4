package shopbell.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import shopbell.Answer;
import shopbell.RunningShop;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;
import shopbell.demo.Demo;

/** The demo with its public password accepts no other machines; its users cannot sign in anywhere else. */
class DemoCommandIT {
  @CommandLine.Command
  private static final class Flags {
    @CommandLine.Mixin
    private DemoSafetyCheck place;
  }

  private static DemoSafetyCheck place(String... flags) {
    Flags given = new Flags();
    new CommandLine(given).parseArgs(flags);
    return given.place;
  }

  private static Map<String, String> at(String url) {
    return Map.of("database.url", url, "http.port", "0", "management.port", "0");
  }

  private static void settle(RunningShop shop) throws Exception {
    BlockingWait.on(new Demo(
            shop.application().vertx(),
            shop.application().database(),
            InstantSource.system(),
            DemoCommand.witness(shop.application()))
        .settle());
  }

  private static Answer signIn(RunningShop shop, String name) {
    return shop.call("POST", "/api/v1/session")
        .json(Map.of("name", name, "password", Demo.PASSWORD))
        .send();
  }

  @Test
  void aDatabaseWithOtherUsersIsRefusedWithoutTheOption() {
    String url = RunningShop.freshDatabase();
    assertDoesNotThrow(() -> place().check(Settings.of(at(url))), "it is empty");
    try (RunningShop shop = RunningShop.open(at(url)).hire("anna")) {
      shop.operator("/health/live").send().expect(200);
    }
    InvalidConfiguration refused =
        assertThrows(InvalidConfiguration.class, () -> place().check(Settings.of(at(url))));
    assertTrue(refused.getMessage().startsWith("database.url: "), refused.getMessage());
    assertTrue(refused.getMessage().contains("--allow-foreign-database"), refused.getMessage());
    assertDoesNotThrow(() -> place("--allow-foreign-database").check(Settings.of(at(url))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "10.1.2.3", "desk.lan"})
  void otherMachinesAreLetInOnlyIfTold(String host) {
    Settings settings =
        Settings.of(Map.of("http.host", host, "database.url", Demo.settings().get("database.url")));
    InvalidConfiguration refused =
        assertThrows(InvalidConfiguration.class, () -> place().check(settings));
    assertTrue(refused.getMessage().contains("--allow-public-host"), refused.getMessage());
    assertDoesNotThrow(() -> place("--allow-public-host").check(settings));
  }

  @Test
  void itsPeopleSignInWhileItRunsAndNotWhenAServerDoes() throws Exception {
    Map<String, String> own = at(RunningShop.freshDatabase());
    String cookie;
    try (RunningShop demo = RunningShop.open(own)) {
      settle(demo);
      cookie = signIn(demo, "dora").expect(200).cookie();
      demo.hire("walter");
    }
    assertDoesNotThrow(() -> place().check(Settings.of(own)), "it is the demo's own");
    try (RunningShop serve = RunningShop.open(own)) {
      for (String name : new String[] {"anna", "ben", "clara", "dora"}) {
        assertEquals(401, signIn(serve, name).status(), name);
      }
      serve.call("GET", "/api/v1/session").cookie(cookie).send().problem(401);
      serve.signIn("walter");
      serve.hire("anna");
      serve.signIn("anna");
    }
    try (RunningShop demo = RunningShop.open(own)) {
      demo.signIn("anna");
      settle(demo);
      signIn(demo, "clara").expect(200);
      assertEquals(401, signIn(demo, "anna").status(), "she has a password of her own by now");
    }
  }
}
