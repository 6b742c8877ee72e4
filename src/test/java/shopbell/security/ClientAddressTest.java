package shopbell.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
  private final ClientAddress addresses = new ClientAddress("10.0.0.0/8, ::1 192.0.2.0/25");

  @ParameterizedTest(name = "peer {0}, forwarded {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.9 | 198.51.100.1            | 203.0.113.9",
        "10.1.2.3    | 198.51.100.1            | 198.51.100.1",
        "10.1.2.3    | 6.6.6.6 198.51.100.1    | 198.51.100.1",
        "10.1.2.3    | 198.51.100.1 10.9.9.9   | 198.51.100.1",
        "10.1.2.3    | 198.51.100.1:4711       | 198.51.100.1",
        "::1         | [2001:db8::7]:443       | 2001:db8::7",
        "::1         | 2001:db8::7             | 2001:db8::7",
        "10.1.2.3    | unknown                 | 10.1.2.3",
        "10.1.2.3    | localhost               | 10.1.2.3",
        "10.1.2.3    | 10.9.9.9                | 10.9.9.9",
        "192.0.2.127 | 198.51.100.1            | 198.51.100.1",
        "192.0.2.128 | 198.51.100.1            | 192.0.2.128",
        "10.1.2.3    | 198.51.100.1 evil.test  | 10.1.2.3",
      })
  void theNearestAddressThatIsNoTrustedProxyIsTheClients(
      String peer, String forwarded, String client) {
    assertEquals(client, addresses.of(peer, Arrays.asList(forwarded.split(" "))));
  }

  @Test
  void withoutAHeaderThePeerIsTheClient() {
    assertEquals("10.1.2.3", addresses.of("10.1.2.3", List.of()));
    assertEquals("10.1.2.3", new ClientAddress("").of("10.1.2.3", List.of("198.51.100.1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"proxy.example", "10.0.0.0/33", "10.0.0", "10.0.0.0/8/8", "::/129", "256.1.1.1"})
  void aTextThatIsNoRangeIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> new ClientAddress(text));
  }
}
