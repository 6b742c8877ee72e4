package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiDocumentIT {
  private static RunningShop shop;
  private static JsonNode document;

  @BeforeAll
  static void open() throws IOException {
    shop = RunningShop.open();
    Answer served = shop.call("GET", "/api/v1/openapi.yaml").send().expect(200);
    assertEquals("application/yaml", served.header("Content-Type"));
    document = new YAMLMapper().readTree(served.text());
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void everyCallThereIsIsDescribedAndEveryOneDescribedIsThere() {
    Set<String> mounted = new TreeSet<>(List.of("GET /api/v1/openapi.yaml"));
    Router api = shop.application().routes().api(shop.application().vertx());
    api.getRoutes().stream()
        .filter(route -> route.methods() != null && route.getPath() != null)
        .forEach(route -> route.methods().stream()
            .filter(method -> !method.name().equals("HEAD"))
            .forEach(method ->
                mounted.add(method + " /api/v1" + route.getPath().replaceAll(":(\\w+)", "{$1}"))));
    Set<String> described = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(path -> path.getValue().properties().forEach(call -> {
          if (path.getKey().startsWith("/api/") && !call.getKey().equals("parameters")) {
            described.add(call.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
          }
        }));
    assertEquals(described, mounted);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = new ArrayList<>();
    document.findValues("$ref").forEach(ref -> references.add(ref.asText()));
    assertTrue(references.size() > 50);
    for (String reference : references) {
      assertTrue(!document.at(reference.substring(1)).isMissingNode(), reference);
    }
  }

  @Test
  void everySchemaOfAnEventIsServed() {
    JsonNode index = shop.call("GET", "/schemas/").send().expect(200).json().path("schemas");
    assertTrue(index.size() >= 16);
    index.forEach(path -> {
      JsonNode schema = shop.call("GET", path.asText()).send().expect(200).json();
      assertEquals(
          "https://json-schema.org/draft/2020-12/schema", schema.path("$schema").asText());
    });
  }
}
