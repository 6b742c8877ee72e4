package shopbell.connector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The connectors that come with the program: {@code connectors/NAME.yaml} on the classpath. */
final class BuiltInConnectors {
  private static final String FOLDER = "connectors";
  private static final String SUFFIX = ".yaml";

  private BuiltInConnectors() {}

  static Optional<String> text(String name) {
    try (InputStream in =
        BuiltInConnectors.class.getResourceAsStream("/" + FOLDER + "/" + name + SUFFIX)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In alphabetical order. */
  static List<String> names() {
    Set<String> names = new TreeSet<>();
    try {
      for (URL folder :
          Collections.list(BuiltInConnectors.class.getClassLoader().getResources(FOLDER))) {
        names.addAll(names(folder.toURI()));
      }
      return List.copyOf(names);
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the program's own connectors cannot be listed", e);
    }
  }

  private static List<String> names(URI folder) throws IOException {
    if (!folder.getScheme().equals("jar")) {
      return names(Path.of(folder));
    }
    try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
      return names(jar.getPath("/" + FOLDER));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }
}
