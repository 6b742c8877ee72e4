package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.model.ExternalId;
import shopbell.model.Role;
import shopbell.store.DirectQueries;

/** The audit log: actor, address, values before and after; entries cannot be changed. */
class AuditIT {
  private static RunningShop shop;
  private static String root;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(Map.of())
        .hire("root", Role.ADMIN, List.of())
        .hire("chief", Role.SUPERVISOR, List.of());
    root = shop.signIn("root");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Call call(String method, String path) {
    return shop.call(method, "/api/v1" + path).cookie(root);
  }

  private static JsonNode audit(String subject) {
    return call("GET", "/audit?subject=" + subject).send().expect(200).json().path("items");
  }

  private static List<String> acts(String subject) {
    List<String> acts = new ArrayList<>();
    audit(subject)
        .forEach(
            act -> acts.add(act.path("actor").asText() + " " + act.path("kind").asText()));
    return acts;
  }

  @Test
  void anAccountIsKeptAsItWasBeforeAndAfter() {
    call("POST", "/users").json(Map.of("name", "dora", "role", "agent")).send().expect(201);
    call("POST", "/users")
        .header("If-Match", "*")
        .json(Map.of("name", "dora", "role", "supervisor"))
        .send()
        .expect(201);
    call("DELETE", "/users/dora").send().expect(204);
    assertEquals(List.of("root user-removed", "root user-saved", "root user-saved"), acts("dora"));
    JsonNode change = audit("dora").get(1);
    assertEquals("agent", change.at("/before/role").asText());
    assertEquals("supervisor", change.at("/after/role").asText());
    assertEquals("127.0.0.1", change.path("address").asText());
  }

  @Test
  void signingInAndOutIsKeptAndOfARefusedNameNothing() {
    String session = shop.signIn("chief");
    shop.call("DELETE", "/api/v1/session").cookie(session).send().expect(204);
    assertEquals(List.of("chief signed-out", "chief signed-in"), acts("chief").subList(0, 2));
    shop.call("POST", "/api/v1/session")
        .json(Map.of("name", "my secret password", "password", "x"))
        .send()
        .problem(401);
    assertTrue(acts("nobody").contains("nobody sign-in-refused"));
    assertEquals(
        List.of(),
        new DirectQueries(shop.application().database()).tablesWith("my secret password"));
  }

  @Test
  void aCustomersErasureAndExportNameTheCustomersIdAlone() {
    shop.tell(Event.customer("9", "Mia Rosenzweig", "+4922155509"));
    UUID id = new ExternalId("crm", "9").uuid();
    call("GET", "/customers/" + id + "/export").send().expect(200);
    call("DELETE", "/customers/" + id).send().expect(200);
    assertEquals(List.of("root customer-erased", "root customer-exported"), acts(id.toString()));
    assertFalse(audit(id.toString()).toString().contains("Rosenzweig"));
  }

  @Test
  void keysAreKeptWithoutTheirSecret() {
    String secret = call("POST", "/keys")
        .json(Map.of("name", "pbx", "scope", "in"))
        .send()
        .expect(201)
        .json()
        .path("secret")
        .asText();
    call("DELETE", "/keys/pbx").send().expect(204);
    assertEquals(List.of("root key-removed", "root key-made"), acts("pbx"));
    assertFalse(audit("pbx").toString().contains(secret));
  }

  private static List<String> kinds(String asked) {
    return call("GET", "/audit?" + asked)
        .send()
        .expect(200)
        .json()
        .path("items")
        .findValuesAsText("kind");
  }

  @Test
  void itIsReadByActorActAndTime() {
    call("POST", "/users").json(Map.of("name", "timo", "role", "agent")).send().expect(201);
    call("DELETE", "/users/timo").send().expect(204);
    String at = audit("timo").get(0).path("at").asText();
    assertEquals(List.of("user-removed", "user-saved"), kinds("subject=timo&actor=root"));
    assertEquals(List.of("user-saved"), kinds("subject=timo&kind=user-saved"));
    assertEquals(List.of("user-removed"), kinds("subject=timo&from=" + at));
    assertEquals(List.of("user-saved"), kinds("subject=timo&to=" + at));
    assertEquals(List.of(), kinds("subject=timo&actor=chief"));
    call("GET", "/audit?kind=eaten").send().problem(422);
    call("GET", "/audit?from=yesterday").send().problem(422);
  }

  @Test
  void itIsExportedAsATableAndThatIsAnEntry() {
    call("POST", "/users").json(Map.of("name", "ella", "role", "agent")).send().expect(201);
    Answer answer =
        call("GET", "/audit/export?kind=user-saved&subject=ella").send().expect(200);
    List<String> lines = answer.text().lines().toList();
    assertEquals("at,actor,address,kind,subject,before,after", lines.get(0));
    assertTrue(
        lines.get(1).contains(",root,127.0.0.1,user-saved,ella,,\"{\"\"name\"\":"), lines.get(1));
    assertEquals(2, lines.size());
    assertEquals("attachment; filename=\"audit.csv\"", answer.header("Content-Disposition"));
    JsonNode entry = audit("audit").get(0);
    assertEquals("root audit-exported", acts("audit").get(0));
    assertEquals("ella", entry.at("/after/subject").asText());
    shop.call("GET", "/api/v1/audit/export").cookie(shop.signIn("chief")).send().problem(403);
  }

  @Test
  void anExportOfNothingHasItsHeadAlone() {
    assertEquals(
        "at,actor,address,kind,subject,before,after\r\n",
        call("GET", "/audit/export?actor=nobody-of-that-name")
            .send()
            .expect(200)
            .text());
  }

  @Test
  void theAuditCannotBeChangedAndOnlyAdministratorsReadIt() {
    shop.call("GET", "/api/v1/audit").cookie(shop.signIn("chief")).send().problem(403);
    call("GET", "/audit?before=x").send().problem(422);
    DirectQueries directQueries = new DirectQueries(shop.application().database());
    for (String sql : List.of(
        "update audit set actor = 'somebody' returning 1",
        "delete from audit returning 1",
        "truncate audit")) {
      assertThrows(RuntimeException.class, () -> directQueries.text(sql), sql);
    }
  }
}
