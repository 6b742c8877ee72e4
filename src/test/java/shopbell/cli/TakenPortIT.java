package shopbell.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.RunningShop;

/** An unavailable port or address ends the start with one line that names the remedy. */
class TakenPortIT {
  @TempDir
  private Path folder;

  private record Said(int code, String text) {}

  private Said serve(String http, String management) throws IOException {
    Path file = folder.resolve("shopbell.yaml");
    Files.writeString(
        file,
        "http:\n  " + http + "\nmanagement:\n  " + management + "\ndatabase:\n  url: "
            + RunningShop.freshDatabase() + "\n");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream usual = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      int code = Main.run("serve", "--config", file.toString());
      return new Said(code, said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(usual);
    }
  }

  private static String line(Said said) {
    return said.text()
        .lines()
        .filter(line -> line.startsWith("shopbell: "))
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "management"})
  void aTakenPortIsNamedWithItsKeyAndWhatToDo(String section) throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String taken = "port: " + other.getLocalPort();
      boolean http = section.equals("http");
      Said said = serve(http ? taken : "port: 0", http ? "port: 0" : taken);
      assertEquals(1, said.code());
      assertEquals(
          "shopbell: " + section + ".port: port " + other.getLocalPort()
              + " of 127.0.0.1 is taken: stop the program that listens there (ss -ltnp shows it), or set "
              + section + ".port to a free port",
          line(said));
    }
  }

  @Test
  void anAddressThatIsNotOursIsNamedWithItsKey() throws IOException {
    Said said = serve("host: 192.0.2.1", "port: 0");
    assertEquals(1, said.code());
    assertTrue(
        line(said).startsWith("shopbell: http.host: 192.0.2.1 is no address of this machine"),
        said.text());
  }
}
