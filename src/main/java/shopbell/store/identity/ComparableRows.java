package shopbell.store.identity;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import shopbell.identity.ComparableRecord;
import shopbell.identity.HandleStore.Described;
import shopbell.identity.HandleStore.Description;
import shopbell.identity.SearchWords;
import shopbell.json.Json;
import shopbell.model.ContractWord;
import shopbell.model.CustomerKind;
import shopbell.model.Handle;

/** The rows of records to compare: for duplicates, and for the details a caller stated. */
final class ComparableRows {
  /** So many records with the same words are compared with the stated details. */
  private static final int ENOUGH = 50;

  private ComparableRows() {}

  /** Of columns {@code id}, {@code kind}, {@code name} and {@code attributes}. */
  @SuppressWarnings("unchecked")
  static ComparableRecord traits(Row row, List<Handle> handles) {
    return ComparableRecord.of(
        row.getUUID("id"),
        ContractWord.of(CustomerKind.class, row.getString("kind")),
        row.getString("name"),
        Json.read(row.getString("attributes"), Map.class),
        handles);
  }

  /** The values of the query {@code described}. */
  static Tuple asked(Description description) {
    SearchWords words = description.said().words();
    return Tuple.tuple()
        .addArrayOfString(words.lookedUp().toArray(String[]::new))
        .addInteger(ENOUGH)
        .addArrayOfString(description.said().orderNumbers().toArray(String[]::new))
        .addArrayOfString(description.addresses().toArray(String[]::new))
        .addArrayOfUUID(description.others().toArray(UUID[]::new));
  }

  static Described described(Row row) {
    return new Described(
        row.getUUID("customer"),
        row.getString("person"),
        traits(row, List.of()),
        row.getBoolean("ordered"),
        row.getBoolean("mailbox"),
        row.getLong("among"));
  }
}
