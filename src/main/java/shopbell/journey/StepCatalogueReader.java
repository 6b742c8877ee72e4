package shopbell.journey;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shopbell.config.InvalidConfiguration;

/**
 * Reads the display names of touchpoints: our own, overridden by the administrator's file.
 *
 * <p>A file is a map of names; each has {@code de} and {@code en} (one is enough) and may say what the step
 * {@code does} and what it is {@code about}.
 */
public final class StepCatalogueReader {
  private static final String OWN = "/catalogue.yaml";
  private static final List<String> KEYS = List.of("de", "en", "does", "about");
  private static final List<String> DOES =
      List.of("view", "help", "start", "attempt", "done", "error", "abandon");

  private final JsonParser parser;
  private final String file;

  private StepCatalogueReader(JsonParser parser, String file) {
    this.parser = parser;
    this.file = file;
  }

  /**
   * By name as spelt in the file; {@code extra} is a path, empty for our own words alone. InvalidConfiguration names
   * the line.
   */
  public static Map<String, Map<String, String>> read(String extra) {
    try (InputStream own = StepCatalogueReader.class.getResourceAsStream(OWN)) {
      Map<String, Map<String, String>> all =
          parse(new String(own.readAllBytes(), StandardCharsets.UTF_8), OWN);
      if (!extra.isBlank()) {
        all.putAll(parse(text(Path.of(extra)), extra));
      }
      return all;
    } catch (IOException e) {
      throw new InvalidConfiguration("the catalogue cannot be read");
    }
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new InvalidConfiguration("journey.catalogue: " + path + " cannot be read");
    }
  }

  static Map<String, Map<String, String>> parse(String text, String file) throws IOException {
    try (JsonParser parser = new YAMLFactory().createParser(text)) {
      return new StepCatalogueReader(parser, file).entries();
    } catch (JsonProcessingException e) {
      throw new InvalidConfiguration(
          file + " line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
    }
  }

  private Map<String, Map<String, String>> entries() throws IOException {
    Map<String, Map<String, String>> entries = new TreeMap<>();
    JsonToken first = parser.nextToken();
    if (first == null) {
      return entries;
    }
    must(first == JsonToken.START_OBJECT, "a map of names is expected");
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      must(parser.nextToken() == JsonToken.START_OBJECT, name + " is a map of de, en, does, about");
      must(entries.put(name, entry(name)) == null, name + " stands here twice");
    }
    return entries;
  }

  private Map<String, String> entry(String name) throws IOException {
    Map<String, String> entry = new TreeMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      must(KEYS.contains(key), "unknown key " + key + "; use one of " + KEYS);
      must(parser.nextToken().isScalarValue(), key + " of " + name + " is a text");
      entry.put(key, parser.getText());
    }
    must(entry.containsKey("de") || entry.containsKey("en"), name + " has words in de or en");
    must(
        !entry.containsKey("does") || DOES.contains(entry.get("does")),
        "does of " + name + " is one of " + DOES);
    return entry;
  }

  private void must(boolean so, String otherwise) {
    if (!so) {
      throw new InvalidConfiguration(
          file + " line " + parser.currentTokenLocation().getLineNr() + ": " + otherwise);
    }
  }
}
