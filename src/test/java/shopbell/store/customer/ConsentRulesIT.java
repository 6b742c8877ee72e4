package shopbell.store.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static shopbell.store.RuleDatabase.uuid;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.store.RuleDatabase;

/** The rules of consent that the database holds. */
class ConsentRulesIT {
  private static RuleDatabase database;

  @BeforeAll
  static void open() {
    database = new RuleDatabase();
  }

  @AfterAll
  static void close() {
    database.close();
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
    database.record(1, 1);
    database.record(2, 1);
    assertEquals("null", database.text("select consents(" + uuid(1) + ")"));
    assertEquals("true", database.text("select watched(" + uuid(1) + ")"));
    database.text("update customer set attributes = '{\"consent.journey\": \"no\"}' where id = "
        + uuid(2) + " returning 1");
    assertEquals("false", database.text("select consents(" + uuid(1) + ") ->> 'journey'"));
    assertEquals("false", database.text("select watched(" + uuid(1) + ")"));
  }
}
