package shopbell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real proxy with the configuration of docs/proxy.md, except for ports, names and certificates. */
final class RunningProxy implements AutoCloseable {
  /** Which program, and which block of the page is for it. */
  enum Kind {
    NGINX,
    HAPROXY,
    CADDY
  }

  private static final Path PAGE = Path.of("docs/proxy.md");

  private final Process process;

  private RunningProxy(Process process) {
    this.process = process;
  }

  /** Speaks https at {@code port} of loopback, in front of {@code shop}; its files lie in {@code folder}. */
  static RunningProxy start(Kind kind, int port, RunningShop shop, Path folder) {
    try {
      Certificates certificates = Certificates.in(folder);
      String certificate = certificates.certificate("desk").toString();
      String key = certificates.key("desk").toString();
      String both = Files.writeString(
              folder.resolve("both.pem"),
              Files.readString(Path.of(certificate)) + Files.readString(Path.of(key)))
          .toString();
      String text = snippet(kind)
          .replace("127.0.0.1:8080", "127.0.0.1:" + shop.application().agentPort())
          .replace("port 8081", "port " + shop.application().managementPort())
          .replace("/etc/ssl/desk.both.pem", both)
          .replace("/etc/ssl/desk.pem", certificate)
          .replace("/etc/ssl/desk.key", key)
          .replace("listen 443", "listen 127.0.0.1:" + port)
          .replace("bind :443", "bind 127.0.0.1:" + port)
          .replace(
              "desk.example.org {",
              "https://localhost:" + port + ", https://127.0.0.1:" + port + " {\n  tls "
                  + certificate + " " + key);
      Process process = started(kind, folder, text);
      Waiting.until(kind + " takes connections", () -> process.isAlive() && open(port));
      return new RunningProxy(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String snippet(Kind kind) throws IOException {
    Matcher block = Pattern.compile(
            "```" + kind.name().toLowerCase(Locale.ROOT) + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(PAGE));
    if (!block.find()) {
      throw new AssertionError(PAGE + " has no configuration for " + kind);
    }
    return block.group(1);
  }

  private static Process started(Kind kind, Path folder, String text) throws IOException {
    Path file = folder.resolve(kind.name());
    List<String> command = switch (kind) {
      case NGINX -> {
        Files.writeString(
            file,
            "daemon off; user root; pid " + folder.resolve("pid")
                + "; error_log stderr; events {} http { access_log off;\n" + text + "}\n");
        yield List.of("nginx", "-p", folder.toString(), "-c", file.toString());
      }
      case HAPROXY -> {
        Files.writeString(file, text);
        yield List.of("haproxy", "-db", "-f", file.toString());
      }
      case CADDY -> {
        Files.writeString(file, "{\n  admin off\n  auto_https disable_redirects\n}\n" + text);
        yield List.of("caddy", "run", "--adapter", "caddyfile", "--config", file.toString());
      }
    };
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("HOME", folder.toString());
    return builder.start();
  }

  private static boolean open(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** False once it has ended by itself. */
  boolean runs() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
