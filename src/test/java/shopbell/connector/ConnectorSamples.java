package shopbell.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import shopbell.OtherSystem;
import shopbell.Waiting;
import shopbell.json.Json;

/** The built-in connectors with their samples below {@code connectors/NAME}, against a system that runs here. */
public abstract class ConnectorSamples {
  /** The built-in connectors. */
  protected static final Connectors ALL = Connectors.in(Path.of("no-such-folder"));

  /** Runs for one test. */
  protected Vertx vertx;

  /** The system that is called in the place of the vendor's. */
  protected OtherSystem system;

  @BeforeEach
  final void open() {
    vertx = Vertx.vertx();
    system = OtherSystem.open();
  }

  @AfterEach
  final void close() {
    Waiting.on(vertx.close());
    system.close();
  }

  /** The names of the connectors that fit, in order. */
  protected static Stream<String> names(Predicate<Connector> fits) {
    return ALL.all().entrySet().stream()
        .filter(entry -> fits.test(entry.getValue().connector()))
        .map(Map.Entry::getKey)
        .sorted();
  }

  /** The sample with the address of {@link #system} in the place of {@code $URL}. */
  protected final JsonNode sample(String name, String file) {
    String path = "/connectors/" + name + "/" + file;
    try (InputStream in = ConnectorSamples.class.getResourceAsStream(path)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Json.MAPPER.readTree(text.replace("$URL", system.url()));
    } catch (IOException e) {
      throw new AssertionError("no " + path, e);
    }
  }
}
