package shopbell.screen;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the Chromium of the tests: named by {@code SHOPBELL_CHROMIUM}, on the path, or downloaded by Playwright. As a step
 * of the build it installs one from Debian's packages where none is found and root runs the build.
 */
public final class BrowserInstall {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final String HINT =
      "install Chromium (apt-get install chromium) or name one in SHOPBELL_CHROMIUM";

  private BrowserInstall() {}

  /** {@code args} is {@code true}, or anything else to install nothing. */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = System.out;
    Optional<Path> there = find();
    if (there.isPresent()) {
      out.println("browser for the tests: " + there.get());
    } else if (!List.of(args).equals(List.of("true"))) {
      out.println("no browser, and -Dbrowser.install is not true: " + HINT);
    } else if (onPath("apt-get").isPresent() && System.getProperty("user.name").equals("root")) {
      out.println("no browser: installing Debian's chromium (-Dbrowser.install=false prevents it)");
      run("apt-get", "update", "-qq");
      run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium");
    } else {
      out.println("no browser: " + HINT);
    }
  }

  /** Empty where there is none. */
  static Optional<Path> find() {
    Optional<Path> named =
        Optional.ofNullable(System.getenv("SHOPBELL_CHROMIUM")).map(Path::of);
    return named
        .or(() -> NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst())
        .or(BrowserInstall::downloaded);
  }

  private static Optional<Path> onPath(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The newest download of Playwright, where it keeps them on Linux. */
  private static Optional<Path> downloaded() {
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "ms-playwright");
    if (!Files.isDirectory(cache)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.find(
        cache,
        4,
        (file, attributes) -> file.endsWith("chrome-linux/chrome") && Files.isExecutable(file))) {
      return files.max(Path::compareTo);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    ProcessBuilder process = new ProcessBuilder(command).inheritIO();
    process.environment().put("DEBIAN_FRONTEND", "noninteractive");
    if (process.start().waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " has failed: " + HINT);
    }
  }
}
