package shopbell.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.DeskClient;
import shopbell.Event;
import shopbell.OtherSystem;
import shopbell.RunningShop;
import shopbell.json.Json;
import shopbell.model.ExternalId;

/** A source's answer applies to the queried customer, and to no other. */
class AnswerAttributionIT {
  private static final String CONNECTOR = """
      name: crm
      source:
        steps:
          - name: found
            when: $exists($phone) or $exists($email)
            path: '"/people"'
        map: |
          [
            found.people.{"type": "shopbell.customer.upserted", "data": $},
            found.cases.{"type": "shopbell.ticket.upserted", "data": $},
            found.orders.{"type": "shopbell.order.upserted", "data": $}
          ]
      """;

  @TempDir
  private static Path folder;

  private static OtherSystem crm;
  private static RunningShop shop;
  private static int row = 0;

  @BeforeAll
  static void open() throws IOException {
    crm = OtherSystem.open();
    shop = RunningShop.open(crm.asSource(folder, CONNECTOR, "")).hire("anna");
  }

  @AfterAll
  static void close() {
    shop.close();
    crm.close();
  }

  private static String phone(int who) {
    return "+4915112" + String.format("%03d", row) + "00" + who;
  }

  private static Event customer(String system, String id, String name, String... handles) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String handle : handles) {
      all.add(Map.of("kind", handle.contains("@") ? "email" : "phone", "value", handle));
    }
    return Event.of(
        "shopbell.customer.upserted",
        Map.of("system", system, "id", id, "name", name, "handles", all));
  }

  /**
   * {@code #} is replaced by the row, so that rows do not meet; {@code ~1} by the caller's number, {@code ~2} by Bob's.
   */
  private static String filled(String text) {
    return text.replace('\'', '"')
        .replace("~1", phone(1))
        .replace("~2", phone(2))
        .replace("#", row + "x");
  }

  private static JsonNode fresh(DeskClient anna, String call) {
    return anna.card(Event.step("any", call).interaction(), card -> {
      String state = source(card).path("state").asText();
      return List.of("fresh", "off", "failed").contains(state);
    });
  }

  private static JsonNode source(JsonNode card) {
    for (JsonNode source : card.path("sources")) {
      if (source.path("name").asText().equals("crm")) {
        return source;
      }
    }
    return Json.MAPPER.missingNode();
  }

  private static int records(DeskClient anna, JsonNode card) {
    return shop.call("GET", "/api/v1/customers/" + card.at("/customer/id").asText() + "/identity")
        .cookie(anna.cookie())
        .send()
        .expect(200)
        .json()
        .path("records")
        .size();
  }

  private static void known() {
    row++;
    shop.tell(
        customer("crm", filled("2#"), "Alice Beispiel", phone(1), filled("alice#@example.test")),
        customer("crm", filled("3#"), "Bob Muster", phone(3)),
        customer("shop", filled("b#"), "Bob Muster", filled("bob#@example.test")),
        Event.of(
                "shopbell.ticket.upserted",
                Map.of(
                    "system", "crm", "id", filled("bobs#"), "subject", "Bob's", "status", "open"))
            .with("customer", Map.of("system", "crm", "id", filled("3#"))));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      one of that number                        | {'people':[{'id':'p#','name':'A. Beispiel','handles':[{'kind':'phone','value':'~1'}]}],'cases':[{'id':'t#','subject':'x'}]} | 2 | 1 | 0
      one with no handle at all                 | {'people':[{'id':'p#','name':'Alice Beispiel'}],'cases':[{'id':'t#','subject':'x'}]} | 2 | 1 | 0
      two with no handle, one linked by its id  | {'people':[{'id':'2#','name':'Alice Beispiel'},{'id':'21#','name':'Tina Vogel'}]} | 1 | 0 | 1
      two with no handle                        | {'people':[{'id':'p#','name':'Alice Beispiel'},{'id':'q#','name':'Tina Vogel'}],'cases':[{'id':'t#','subject':'x'}]} | 1 | 0 | 3
      three, two of that number                 | {'people':[{'id':'p#','name':'Alice Beispiel','handles':[{'kind':'phone','value':'~1'}]},{'id':'q#','name':'Tina Vogel','handles':[{'kind':'phone','value':'~1'}]},{'id':'r#','name':'Bo Ek'}]} | 1 | 0 | 3
      three, one of that number                 | {'people':[{'id':'p#','name':'Alice Beispiel','handles':[{'kind':'phone','value':'~1'}]},{'id':'q#','name':'Tina Vogel'},{'id':'r#','name':'Bo Ek'}]} | 2 | 0 | 2
      another name, the same number             | {'people':[{'id':'p#','name':'Tina Vogel','handles':[{'kind':'phone','value':'~1'}]}]} | 1 | 0 | 1
      another first name, the same number       | {'people':[{'id':'p#','name':'Kai Beispiel','handles':[{'kind':'phone','value':'~1'}]}]} | 1 | 0 | 1
      another number                            | {'people':[{'id':'p#','name':'Alice Beispiel','handles':[{'kind':'phone','value':'~2'}]}]} | 1 | 0 | 1
      another e-mail                            | {'people':[{'id':'p#','name':'Alice Beispiel','handles':[{'kind':'email','value':'other#@example.test'}]}]} | 1 | 0 | 1
      an id that is somebody else's here        | {'people':[{'id':'3#','name':'Alice Beispiel','handles':[{'kind':'phone','value':'~1'}]}]} | 1 | 0 | 1
      the own id with somebody else's name      | {'people':[{'id':'2#','name':'Tina Vogel'}]} | 1 | 0 | 1
      another system's record of Bob            | {'people':[{'system':'shop','id':'b#','name':'Alice Beispiel'}]} | 1 | 0 | 1
      a person and the company                  | {'people':[{'id':'p#','name':'Alice Beispiel','organizations':[{'id':'f#','role':'buyer'}]},{'id':'f#','kind':'company','name':'Falk GmbH'}],'cases':[{'id':'t#','subject':'x'}]} | 2 | 1 | 0
      a company that is not the person's        | {'people':[{'id':'2#','name':'Alice Beispiel'},{'id':'f#','kind':'company','name':'Falk GmbH'}]} | 1 | 0 | 1
      a ticket of another by id                 | {'cases':[{'id':'t#','subject':'x','customer':{'system':'crm','id':'3#'}}]} | 1 | 0 | 1
      a ticket of another by e-mail             | {'cases':[{'id':'t#','subject':'x','customer':{'kind':'email','value':'bob#@example.test'}}]} | 1 | 0 | 1
      a ticket that is Bob's here               | {'cases':[{'id':'bobs#','subject':'x'}]} | 1 | 0 | 1
      an order of another                       | {'orders':[{'id':'o#','total':{'amount':'5','currency':'EUR'},'customer':{'system':'shop','id':'b#'}}]} | 1 | 0 | 1
      two people, a ticket named by own id      | {'people':[{'id':'2#','name':'Alice Beispiel'},{'id':'21#','name':'Tina Vogel'}],'cases':[{'id':'t#','subject':'x','customer':{'system':'crm','id':'2#'}},{'id':'u#','subject':'y','customer':{'system':'crm','id':'21#'}}]} | 1 | 1 | 2
      """)
  void answersAboutAnotherCustomerAreLeftOut(
      String kind, String answer, int records, int tickets, int leftOut) throws IOException {
    String call = UUID.randomUUID().toString();
    known();
    crm.does(OtherSystem.json(filled(answer)));
    try (DeskClient anna = shop.seat("anna")) {
      shop.tell(Event.ringing(call, phone(1), "anna"));
      JsonNode card = fresh(anna, call);
      String reason = source(card).path("reason").asText();
      String said = leftOut == 1 ? "one record" : leftOut + " records";
      assertEquals(
          leftOut == 0 ? "" : said + " of other customers left out",
          reason.equals("null") ? "" : reason);
      assertEquals("Alice Beispiel", card.at("/customer/name").asText());
      assertEquals(tickets, card.at("/tickets/open").asInt());
      assertEquals(0, card.at("/value/orders").asInt());
      assertEquals(records, records(anna, card));
      for (String bob : List.of("crm 3#", "shop b#")) {
        String[] id = filled(bob).split(" ", 2);
        JsonNode page = shop.call("GET", "/api/v1/customers/" + new ExternalId(id[0], id[1]).uuid())
            .cookie(anna.cookie())
            .send()
            .expect(200)
            .json();
        assertEquals("Bob Muster", page.at("/customer/name").asText(), bob);
      }
    } finally {
      shop.tell(Event.ended(call, "completed"));
    }
  }

  @Test
  void noSourceIsAskedByAnAddressOfTwoCustomers() {
    row++;
    String call = UUID.randomUUID().toString();
    Map<String, Object> person = new HashMap<>();
    person.put("id", filled("p#"));
    person.put("name", "Alice Beispiel");
    person.put("handles", List.of(Map.of("kind", "email", "value", filled("both#@example.test"))));
    shop.tell(
        customer("shop", filled("1#"), "Alice Beispiel", phone(1), filled("both#@example.test")),
        customer("shop", filled("2#"), "Tina Vogel", filled("both#@example.test")));
    crm.does(OtherSystem.json(Map.of("people", List.of(person))));
    try (DeskClient anna = shop.seat("anna")) {
      shop.tell(Event.ringing(call, phone(1), "anna"));
      JsonNode card = fresh(anna, call);
      // that address belongs to one of two here: the source's own record of them has no handle of
      // the caller alone
      assertEquals(2, records(anna, card));
      assertEquals("Alice Beispiel", card.at("/customer/name").asText());
    } finally {
      shop.tell(Event.ended(call, "completed"));
    }
  }
}
