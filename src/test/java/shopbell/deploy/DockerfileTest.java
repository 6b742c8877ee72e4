package shopbell.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guarantees of the image. */
class DockerfileTest {
  private static List<String> all(String instruction) throws IOException {
    return Files.readString(Path.of("src/deploy/Dockerfile"))
        .replaceAll("\\\\\n\\s*", "")
        .lines()
        .filter(line -> line.startsWith(instruction + " "))
        .toList();
  }

  private static String last(String instruction) throws IOException {
    List<String> all = all(instruction);
    return all.get(all.size() - 1);
  }

  @Test
  void itsUserIsANumberAndNotRoot() throws IOException {
    assertTrue(last("USER").matches("USER [1-9]\\d*:[1-9]\\d*"), last("USER"));
  }

  @Test
  void nothingIsFetchedButItsTwoImages() throws IOException {
    assertEquals(List.of(), all("ADD"));
    assertTrue(all("RUN").stream().noneMatch(run -> run.matches(".*(curl|wget|apt|https?:).*")));
    assertEquals(List.of("FROM ${JDK} AS runtime", "FROM ${BASE}"), all("FROM"));
  }

  @Test
  void theImagesAreNamedByTheirDigests() throws IOException {
    String script = Files.readString(Path.of("src/deploy/build-image.sh"));
    assertTrue(script.contains("RepoDigests"));
    for (String name : List.of("JDK", "BASE")) {
      assertTrue(script.contains("--build-arg \"" + name + "=$"), name);
    }
  }

  @Test
  void itSaysByItselfWhetherItIsWell() throws IOException {
    assertTrue(last("HEALTHCHECK").endsWith("\"/opt/shopbell/shopbell.jar\", \"health\"]"));
  }

  /** Else a read-only root would not start: the sockets' library is unpacked, and /tmp is often without exec. */
  @Test
  void itWritesToItsVolumeAlone() throws IOException {
    String volume = last("VOLUME").substring("VOLUME ".length());
    assertEquals("WORKDIR " + volume, last("WORKDIR"));
    assertTrue(last("ENTRYPOINT").contains("-Dio.netty.native.workdir=" + volume));
  }
}
