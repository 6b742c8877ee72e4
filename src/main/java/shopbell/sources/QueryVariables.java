package shopbell.sources;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shopbell.model.ExternalId;
import shopbell.model.HandleKind;
import shopbell.remote.RemoteSettings;

/**
 * The variables of a query expression: {@code $email $emails $phone $phones $customerNumber $name $external $customer
 * $url $set}.
 */
final class QueryVariables {
  /** The system's own address. */
  static final String URL = "url";

  /** The operator's settings for the connector. */
  static final String SET = "set";

  private QueryVariables() {}

  /** A variable without a value is not bound, so that {@code $exists($email)} says whether there is one. */
  static Map<String, Object> of(SourceQuery sourceQuery, RemoteSettings settings) {
    Map<String, Object> known = new HashMap<>();
    put(known, sourceQuery, HandleKind.EMAIL, "email");
    put(known, sourceQuery, HandleKind.PHONE, "phone");
    put(known, sourceQuery, HandleKind.CUSTOMER_NUMBER, "customerNumber");
    sourceQuery.name().ifPresent(name -> known.put("name", name));
    Map<String, Object> external = new LinkedHashMap<>();
    sourceQuery.ids().forEach(id -> external.put(id.system(), id.id()));
    known.put("external", external);
    known.put("customer", reference(sourceQuery.id()));
    known.put(URL, settings.url().strip().replaceAll("/+$", ""));
    known.put(SET, new LinkedHashMap<String, Object>(settings.set()));
    return known;
  }

  static Map<String, Object> reference(ExternalId id) {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("system", id.system());
    reference.put("id", id.id());
    return reference;
  }

  private static void put(
      Map<String, Object> known, SourceQuery sourceQuery, HandleKind kind, String name) {
    List<Object> values = sourceQuery.handles().stream()
        .filter(handle ->
            handle.kind() == kind && !handle.shared() && !handle.value().endsWith("*"))
        .<Object>map(handle -> handle.value())
        .toList();
    if (!values.isEmpty()) {
      known.put(name, values.get(0));
      known.put(name + "s", values);
    }
  }
}
