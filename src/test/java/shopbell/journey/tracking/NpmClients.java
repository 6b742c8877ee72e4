package shopbell.journey.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The npm packages of the clients and the scripts that use them, installed below {@code target}. */
final class NpmClients {
  private static final Path SCRIPTS = Path.of("src/test/clients");
  private static final Path FOLDER = Path.of("target/clients");
  private static final int PATIENCE_SECONDS = 180;

  private NpmClients() {}

  /** Copies the scripts and installs the packages with npm; fails with npm's words. */
  static void install() {
    try (Stream<Path> scripts = Files.list(SCRIPTS)) {
      Files.createDirectories(FOLDER);
      for (Path script : scripts.toList()) {
        Files.copy(
            script, FOLDER.resolve(script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run(List.of("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"));
  }

  /** Runs a script to its end, which must be a good one. */
  static void node(String... words) {
    run(Stream.concat(Stream.of("node"), Stream.of(words)).toList());
  }

  /** A file of a package. */
  static byte[] file(String path) {
    try {
      return Files.readAllBytes(FOLDER.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command)
          .directory(FOLDER.toFile())
          .redirectErrorStream(true)
          .start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      assertEquals(0, process.exitValue(), String.join(" ", command.subList(0, 2)) + ": " + said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
