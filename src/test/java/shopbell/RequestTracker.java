package shopbell;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import shopbell.json.Json;

/** A real Request Tracker 5 on a free port of this machine, with two requestors and their tickets. */
final class RequestTracker implements AutoCloseable {
  private static final Path SCRIPTS = Path.of("src/test/peers/request-tracker");

  private final int port;
  private final List<String> seeded;
  private Process server;

  private RequestTracker(int port, List<String> seeded) {
    this.port = port;
    this.seeded = seeded;
  }

  /** Installed where it is missing, filled and started. */
  static RequestTracker open() {
    run("install.sh");
    RequestTracker tracker =
        new RequestTracker(freePort(), run("seed.sh").lines().toList());
    tracker.start();
    return tracker;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Of an account that may see tickets and comment on them. */
  String token() {
    return seeded.stream()
        .filter(line -> line.startsWith("token "))
        .findFirst()
        .orElseThrow()
        .substring("token ".length());
  }

  /** The number of the ticket with this subject. */
  String ticket(String subject) {
    return seeded.stream()
        .filter(line -> line.startsWith("ticket ") && line.endsWith(subject))
        .findFirst()
        .orElseThrow()
        .replaceFirst("ticket (\\d+) .*", "$1");
  }

  /** What was written on the ticket with this subject, oldest first. */
  List<String> written(String subject) {
    List<String> texts = new ArrayList<>();
    for (JsonNode attachment :
        get("/ticket/" + ticket(subject) + "/attachments").path("items")) {
      String content =
          get("/attachment/" + attachment.path("id").asText()).path("Content").asText();
      texts.add(new String(Base64.getMimeDecoder().decode(content), StandardCharsets.UTF_8));
    }
    return texts;
  }

  private JsonNode get(String path) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/REST/2.0" + path))
        .header("Authorization", "token " + token())
        .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      return Json.MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  void start() {
    try {
      server = new ProcessBuilder("bash", SCRIPTS.resolve("serve.sh").toString(), "" + port)
          .redirectErrorStream(true)
          .redirectOutput(Path.of("target", "request-tracker.log").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Waiting.until("Request Tracker listens", this::listens);
  }

  /** Its port is closed. */
  void stop() {
    server.destroy();
    Waiting.until("Request Tracker has ended", () -> !server.isAlive() && !listens());
  }

  /** Connections are taken, and nothing is ever answered. */
  void freeze() {
    signal("STOP");
  }

  void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    Stream.concat(Stream.of(server.toHandle()), server.descendants())
        .forEach(process -> finished("kill", "-" + name, Long.toString(process.pid())));
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(String script) {
    return finished("bash", SCRIPTS.resolve(script).toString());
  }

  private static String finished(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + ": " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    if (server.isAlive()) {
      thaw();
      stop();
    }
  }
}
