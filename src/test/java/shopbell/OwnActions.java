package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import shopbell.model.ExternalId;

/** Own actions of a shop and calls about them; every answer is as openapi.yaml describes it. */
record OwnActions(RunningShop shop, String admin) {
  static final String ACTION = """
      name: %s
      kind: information
      title: {de: "Hallo {customer.name} sagen", en: "Say hello to {customer.name}"}
      because: {de: "Ist Gold", en: "Is gold"}
      eligible: customer.tier = "gold" and customer.kind = "person"
      value: {amount: 10, unit: EUR}
      evidence: {successes: 90, trials: 100}
      success: {kind: order, within: P14D}
      holdOut: 0
      """;

  Call call(String method, String path) {
    return shop.call(method, "/api/v1/" + path);
  }

  /** The answer's JSON, with the status that the description has for it. */
  JsonNode described(String method, String path, int status, Call call) {
    JsonNode json = call.send().expect(status).json();
    String bare = "/api/v1/" + path.replaceAll("[?].*", "");
    assertEquals(
        List.of(), SchemaFile.answer(method, bare, status).orElseThrow().faults(json), path);
    return json;
  }

  /** A change by an administrator. */
  JsonNode change(String method, String path, int status, Object body) {
    return described(method, path, status, call(method, path).key(admin).json(body));
  }

  /** What an administrator reads. */
  JsonNode read(String path) {
    return described("GET", path, 200, call("GET", path).key(admin));
  }

  /** What the owner of {@code cookie} reads. */
  JsonNode read(String path, String cookie) {
    return described("GET", path, 200, call("GET", path).cookie(cookie));
  }

  /** A customer of the tier for which the action is meant. */
  UUID gold(String number, String name, String phone) {
    shop.tell(Event.customer(number, name, phone).with("tier", "gold"));
    return new ExternalId("crm", number).uuid();
  }

  /** Saves the action {@code name}, tries it and shows it. */
  void live(String name) {
    change("POST", "actions", 201, Map.of("yaml", ACTION.formatted(name), "change", "first"));
    change("POST", "actions/" + name + "/trial", 200, Map.of("days", 30));
    move(name, 1, "live");
  }

  /** Brings a version into another state. */
  void move(String name, int version, String state) {
    change("PUT", "actions/" + name, 200, Map.of("version", version, "state", state));
  }

  /** What the owner of {@code cookie} says became of {@code action}; the call is not sent. */
  Call response(String decision, String action, String word) {
    return call("POST", "decisions/" + decision + "/responses")
        .json(Map.of("action", action, "response", word, "comment", "said " + word));
  }
}
