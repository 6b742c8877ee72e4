package shopbell.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.config.HttpAddress;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;

class AllowedHostsTest {
  private static final AllowedHosts HOSTS = of(Map.of(
      "http.host", "Bell.intern",
      "http.publicUrl", "https://Desk.example.org:8443/bell",
      "http.allowedHosts", "shopbell, desk.lan"));

  private static AllowedHosts of(Map<String, String> given) {
    Settings settings = Settings.of(given);
    return AllowedHosts.of(settings, HttpAddress.of(settings).listen());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "desk.example.org",
        "DESK.example.org",
        "bell.intern",
        "shopbell",
        "desk.lan",
        "localhost",
        "bell.localhost",
        "127.0.0.1",
        "10.1.2.3",
        "::1",
        "[::1]",
        "[fd00::7]"
      })
  void namesThatAreOursAndAddressesPass(String host) {
    assertTrue(HOSTS.allows(host));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "desk.example.org.evil.example",
        "xdesk.example.org",
        "localhost.evil.example",
        "notlocalhost",
        "127.0.0.1.evil.example",
        "1.2.3",
        "0x7f000001",
        "[evil]",
        ""
      })
  void allOthersDoNot(String host) {
    assertEquals(false, HOSTS.allows(host));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://desk.lan", "desk.lan:8080", "*.lan", "a b/c"})
  void anInvalidHostNameStopsTheStart(String names) {
    InvalidConfiguration wrong =
        assertThrows(InvalidConfiguration.class, () -> of(Map.of("http.allowedHosts", names)));
    assertTrue(wrong.getMessage().contains("http.allowedHosts"));
  }

  @Test
  void withoutAnyNameThisMachineIsStillReached() {
    AllowedHosts hosts = of(Map.of());
    assertTrue(hosts.allows("localhost") && hosts.allows("127.0.0.1"));
    assertEquals(false, hosts.allows("anything.example"));
  }
}
