package shopbell.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/**
 * The jar does not depend on the time, place or user of its build; {@code .ci/reproducible} builds it twice and
 * compares.
 */
class ReproducibleJarIT {
  private static final Path JAR = Path.of("target/shopbell.jar");
  private static final Path CLASSES = Path.of("target/classes");
  private static final Pattern TIMESTAMP =
      Pattern.compile("<project.build.outputTimestamp>([^<]+)Z</project.build.outputTimestamp>");

  @Test
  void whatIsOursIsOfTheTimeThatThePomSays() throws IOException {
    LocalDateTime said = TIMESTAMP
        .matcher(Files.readString(Path.of("pom.xml")))
        .results()
        .map(found -> LocalDateTime.parse(found.group(1)))
        .findFirst()
        .orElseThrow();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Set<LocalDateTime> times = new TreeSet<>();
      // a library's files keep the time of that library
      jar.stream()
          .filter(entry -> Files.isRegularFile(CLASSES.resolve(entry.getName())))
          .map(ZipEntry::getTimeLocal)
          .forEach(times::add);
      assertEquals(Set.of(said), times);
      assertTrue(jar.size() > 10_000);
    }
  }

  @Test
  void itsManifestNamesNeitherAPersonNorAMachineNorAJava() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Attributes main = jar.getManifest().getMainAttributes();
      for (String name : Set.of("Built-By", "Build-Jdk", "Build-Date", "Created-By")) {
        String value = main.getValue(name);
        assertTrue(value == null || value.startsWith("Maven JAR Plugin"), name + ": " + value);
      }
    }
  }
}
