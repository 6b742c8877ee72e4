package shopbell.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the file; the environment overrides it, and {@code *_FILE} variables with secrets override that. */
public final class SettingsReader {
  private static final String PREFIX = "SHOPBELL_";
  private static final Set<String> OTHERS = Set.of("SHOPBELL_CHROMIUM");

  private SettingsReader() {}

  /** Fails with {@link InvalidConfiguration} on any unknown key or unreadable value. */
  public static Settings read(Optional<Path> file, Map<String, String> environment) {
    return read(file, environment, Map.of());
  }

  /** The same with {@code defaults} below the file, instead of our own. */
  public static Settings read(
      Optional<Path> file, Map<String, String> environment, Map<String, String> defaults) {
    Map<String, String> values = new TreeMap<>(defaults);
    file.ifPresent(path -> flatten("", tree(path), values));
    values.keySet().forEach(ConfigurationKeys::check);
    Set<String> written = Set.copyOf(values.keySet());
    new TreeMap<>(environment)
        .forEach((variable, value) -> overlay(variable, value, written, values));
    file.ifPresent(path -> beside(path, values));
    return new Settings(values);
  }

  /** The folder of the operator's own connectors is relative to the file, wherever the program is started. */
  private static void beside(Path file, Map<String, String> values) {
    String folder = values.getOrDefault("connectors.folder", "connectors");
    values.put("connectors.folder", file.toAbsolutePath().resolveSibling(folder).toString());
  }

  private static void overlay(
      String variable, String value, Set<String> written, Map<String, String> values) {
    if (!variable.startsWith(PREFIX) || OTHERS.contains(variable)) {
      return;
    }
    String name = variable.substring(PREFIX.length());
    Optional<String> key = ConfigurationKeys.ofVariable(name, written);
    if (key.isPresent()) {
      values.put(key.get(), value);
      return;
    }
    String of = name.endsWith("_FILE") ? name.substring(0, name.length() - "_FILE".length()) : name;
    String named = ConfigurationKeys.ofVariable(of, written)
        .filter(k -> !of.equals(name))
        .orElseThrow(() -> new InvalidConfiguration(
            "the environment variable " + variable + " stands for no known key"));
    values.put(named, secret(variable, value));
  }

  private static String secret(String variable, String path) {
    try {
      String secret = Files.readString(Path.of(path)).strip();
      if (secret.isEmpty()) {
        throw new InvalidConfiguration("the file that " + variable + " names is empty: " + path);
      }
      return secret;
    } catch (IOException | InvalidPathException e) {
      throw new InvalidConfiguration(
          "the file that " + variable + " names cannot be read: " + path);
    }
  }

  private static JsonNode tree(Path path) {
    try {
      return new YAMLMapper().readTree(Files.readString(path));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new InvalidConfiguration(
          path + " is not YAML near line " + e.getLocation().getLineNr());
    } catch (IOException e) {
      throw new InvalidConfiguration(path + " cannot be read");
    }
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String key = prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey();
        flatten(key, field.getValue(), values);
      }
    } else if (node.isArray()) {
      List<String> items = new ArrayList<>();
      node.forEach(item -> items.add(item.asText("")));
      values.put(prefix, String.join(",", items));
    } else if (!prefix.isEmpty()) {
      values.put(prefix, node.asText(""));
    }
  }
}
