package shopbell.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The list of what is in the jar (CycloneDX), made by {@code mvn package} beside it. */
class BillOfMaterialsIT {
  private static final Path TARGET = Path.of("target");

  @Test
  void everyLibraryInTheJarStandsInItByItsHash() throws IOException, NoSuchAlgorithmException {
    JsonNode components =
        new JsonMapper().readTree(TARGET.resolve("shopbell.cdx.json").toFile()).path("components");
    Set<String> listed = new TreeSet<>();
    components.forEach(component -> component.path("hashes").forEach(hash -> {
      if (hash.path("alg").asText().equals("SHA-256")) {
        listed.add(hash.path("content").asText());
      }
    }));
    Set<String> missing = new TreeSet<>();
    String[] jars = Files.readString(TARGET.resolve("runtime-classpath.txt"))
        .strip()
        .split(File.pathSeparator, -1);
    for (String jar : jars) {
      if (!listed.contains(sha256(Path.of(jar)))) {
        missing.add(jar);
      }
    }
    assertEquals(Set.of(), missing);
    assertTrue(jars.length > 50);
    assertEquals(jars.length, components.size());
  }

  @Test
  void everyLibrarySaysWhereItIsFromAndUnderWhichLicence() throws IOException {
    Set<String> without = new TreeSet<>();
    new JsonMapper()
        .readTree(TARGET.resolve("shopbell.cdx.json").toFile())
        .path("components")
        .forEach(component -> {
          if (!component.path("purl").asText().startsWith("pkg:maven/")
              || component.path("licenses").isEmpty()) {
            without.add(component.path("purl").asText());
          }
        });
    assertEquals(Set.of(), without);
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(hash);
  }
}
