package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A candidate that a source returned to one node can be chosen at any other, as behind a load balancer. */
class CallerSearchNodesIT {
  private static final String CONNECTOR = """
      name: crm
      source:
        steps:
          - name: found
            path: '"/people"'
        map: |
          found.people.{"type": "shopbell.customer.upserted", "data": $}
      """;

  @TempDir
  private Path folder;

  @Test
  void aCandidateOfOneNodeIsChosenAtTheOther() throws IOException {
    Files.writeString(folder.resolve("crm.yaml"), CONNECTOR);
    try (OtherSystem crm = OtherSystem.open();
        TwoNodes twoNodes = TwoNodes.open(Map.of(
            "connectors.folder", folder.toString(),
            "sources.crm.kind", "crm",
            "sources.crm.url", crm.url()))) {
      crm.does(OtherSystem.json("{\"people\":[{\"id\":\"7\",\"name\":\"Alice Beispiel\"}]}"));
      twoNodes.a().hire("anna");
      try (DeskClient anna = twoNodes.a().seat("anna")) {
        Event rings = Event.ringing(UUID.randomUUID().toString(), "+4915112345678", "anna");
        twoNodes.a().tell(rings);
        JsonNode card =
            anna.card(rings.interaction(), now -> now.at("/match/candidates").size() == 1);
        twoNodes
            .b()
            .call("POST", "/api/v1/interactions/" + rings.interaction() + "/customer")
            .cookie(anna.cookie())
            .json(Map.of("customer", card.at("/match/candidates/0/customer").asText()))
            .send()
            .expect(204);
        JsonNode known = anna.card(
            rings.interaction(), now -> now.at("/match/status").asText().equals("known"));
        assertEquals("Alice Beispiel", known.at("/customer/name").asText());
      }
    }
  }
}
