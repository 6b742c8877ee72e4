package shopbell.store.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.Waiting;
import shopbell.store.DirectQueries;
import shopbell.store.TestDatabase;

/** The rules of consent that the database holds. */
class ConsentRulesIT {
  private static Vertx vertx;
  private static DirectQueries database;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    database = new DirectQueries(TestDatabase.open(vertx));
  }

  @AfterAll
  static void close() {
    Waiting.on(vertx.close());
  }

  /** The record {@code id} of the person {@code survivor}; both are one digit. */
  private static void record(int id, int survivor) {
    database.text(
        "insert into customer (id, survivor, system, external_id, kind, name, updated_at) values ("
            + uuid(id) + ", " + uuid(survivor) + ", 'crm', 'K" + id + "', 'person', 'Person " + id
            + "', now()) returning 1");
  }

  private static String uuid(int digit) {
    return "'00000000-0000-0000-0000-00000000000" + digit + "'::uuid";
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', textBlock = """
      {"consent.journey": "no"}                     | true
      {"consent.journey": " Nein "}                 | true
      {"consent.journey": "withdrawn"}              | true
      {"consent": "{\\"journey\\": false}"}         | true
      {"consent.journey": "yes"}                    | false
      {"consent.journey": ""}                       | false
      {"consent.cues": "no"}                        | false
      {"consent": "he said no"}                     | false
      {}                                            | false
      """)
  void onlyAnExplicitNoIsARefusal(String attributes, String refused) {
    assertEquals(refused, database.text("select refused('" + attributes + "'::jsonb, 'journey')"));
  }

  @Test
  void aRefusalOfOneRecordHoldsForThePersonOfAllRecords() {
    record(1, 1);
    record(2, 1);
    assertEquals("null", database.text("select consents(" + uuid(1) + ")"));
    assertEquals("true", database.text("select watched(" + uuid(1) + ")"));
    database.text("update customer set attributes = '{\"consent.journey\": \"no\"}' where id = "
        + uuid(2) + " returning 1");
    assertEquals("false", database.text("select consents(" + uuid(1) + ") ->> 'journey'"));
    assertEquals("false", database.text("select watched(" + uuid(1) + ")"));
  }
}
