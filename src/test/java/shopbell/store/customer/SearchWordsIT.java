package shopbell.store.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.store.RuleDatabase;

/** The words by which the database finds customers. */
class SearchWordsIT {
  private static RuleDatabase database;

  @BeforeAll
  static void open() {
    database = new RuleDatabase();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "Jürgen Möller, juergen moeller",
    "GROß, gross",
    "Małgorzata, malgorzata",
    "Noël, noel"
  })
  void namesAreComparedWithoutCaseAndAccents(String name, String folded) {
    assertEquals(folded, database.text("select fold('" + name + "')"));
  }

  @ParameterizedTest(name = "{0} sounds like {1}")
  @CsvSource({"meyer, maier", "schmidt, schmitt", "fischer, vischer"})
  void namesThatSoundAlikeHaveOneSound(String one, String other) {
    assertEquals(
        database.text("select sound_of('" + one + "')"),
        database.text("select sound_of('" + other + "')"));
  }

  @Test
  void aWordIsFoundByItsBeginningItsEndAndItsSound() {
    assertEquals("4", database.text("select cardinality(word_keys('schmidt'))"));
    assertEquals("true", database.text("select word_keys('schmidt') && word_keys('schmitt')"));
    assertEquals("false", database.text("select word_keys('schmidt') && word_keys('berg')"));
  }

  @Test
  void aBirthDateIsFoundWithAWrongYearMonthOrDay() {
    for (String wrong : List.of("19710322", "19710421", "19720321")) {
      assertEquals(
          "true",
          database.text("select word_keys('19710321') && word_keys('" + wrong + "')"),
          wrong);
    }
    assertEquals("false", database.text("select word_keys('19710321') && word_keys('19820422')"));
  }

  @Test
  void theWordsOfACustomerAreThoseOfNameTownPostcodeStreetAndBirthDate() {
    String attributes =
        "'{\"city\": \"Köln\", \"postcode\": \"LS3 1AB\", \"birthDate\": \"1971-03-21\", \"hobby\": \"chess\"}'";
    assertEquals(
        "19710321 1ab anna koeln ls3 ls31ab",
        database.text(
            "select string_agg(word, ' ' order by word collate \"C\") from unnest(customer_words('Anna', "
                + attributes + ")) word"));
    assertEquals(
        "true",
        database.text("select customer_keys('Anna', " + attributes + ") @> word_keys('koeln')"));
    assertEquals("—", database.text("select array_to_string(words_of(' — '), ',')"));
  }

  @Test
  void customersWithAllWordsComeBeforeThoseWithFewer() {
    database.text("""
        insert into customer (id, survivor, system, external_id, kind, name, attributes, updated_at)
        select id, id, 'crm', n::text, 'person', 'Anna Berg', jsonb_build_object('city', case n when 7 then 'Bonn' else 'Trier' end), now()
        from (select n, gen_random_uuid() as id from generate_series(1, 60) n) numbered returning 1
        """);
    assertEquals("7", database.text("""
            select string_agg(c.external_id, ',') from customers_with('{anna,berg,bonn}', 1) found
            join customer c on c.id = found where c.attributes ->> 'city' = 'Bonn'
            """));
    assertEquals("0", database.text("select count(*) from customers_with('{}', 5)"));
  }

  @Test
  void peopleOfOneNameAreDistinguishedByTownCompanyAndLastContact() {
    database.text("""
        with people as (
          insert into customer (id, survivor, system, external_id, kind, name, attributes, updated_at) values
            (md5('firm')::uuid, md5('firm')::uuid, 'crm', 'F1', 'company', 'Firma Nord', '{}', now()),
            (md5('otto')::uuid, md5('otto')::uuid, 'crm', 'P1', 'person', 'Otto Falk', '{"town": "Jena"}', now())
          returning 1)
        insert into membership (person, company, role) select md5('otto')::uuid, md5('firm')::uuid, 'buyer' from people limit 1 returning 1
        """);
    assertEquals("Jena, Firma Nord, nothing", database.text("""
            select town || ', ' || company || ', ' || coalesce(last_contact::text, 'nothing') from distinction(md5('otto')::uuid)
            """));
  }
}
