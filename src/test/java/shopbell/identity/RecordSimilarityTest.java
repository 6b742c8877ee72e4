package shopbell.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.identity.RecordSimilarity.Level;
import shopbell.model.CustomerKind;
import shopbell.model.Handle;
import shopbell.model.HandleKind;

class RecordSimilarityTest {
  private static final UUID ID = new UUID(1, 2);

  private static ComparableRecord record(String name, String attributes, Handle... handles) {
    Map<String, String> given = new HashMap<>();
    for (String one : attributes.split(";", -1)) {
      if (!one.isBlank()) {
        given.put(one.split("=", 2)[0].strip(), one.split("=", 2)[1].strip());
      }
    }
    return ComparableRecord.of(ID, CustomerKind.PERSON, name, given, List.of(handles));
  }

  private static RecordSimilarity of(ComparableRecord a, ComparableRecord b) {
    RecordSimilarity one = RecordSimilarity.of(a, b);
    assertEquals(one.levels(), RecordSimilarity.of(b, a).levels(), "the order does not matter");
    return one;
  }

  @ParameterizedTest
  @CsvSource({
    "Jürgen Möller,        Juergen Moeller,     NAME_SAME",
    "Jürgen Möller,        Möller Jürgen,       NAME_SAME",
    "Dr. Jürgen Möller,    Herr Jürgen Möller,  NAME_SAME",
    "Sofia Kaminska,       Zofia Kaminska,      NAME_CLOSE",
    "Möller,               Moeller,             NAME_CLOSE",
    "Möller,               Jürgen Möller,       NAME_PART",
    "Ulrike Schneider,     Otto Schneider,      NAME_FAMILY",
    "Anna Bauer,           Peter Bauer,         NAME_FAMILY",
    "Anna Bauer,           Olaf Günther,        NAME_DIFFERENT",
    "'',                   Olaf Günther,        UNKNOWN"
  })
  void namesAgreeToALevel(String a, String b, Level level) {
    assertEquals(level, of(record(a, ""), record(b, "")).levels().get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "1980-03-04, 1980-03-04, BIRTH_SAME",
    "1980-03-04, 04.03.1980, BIRTH_DIFFERENT",
    "1980-03-04, 1980-04-03, BIRTH_CLOSE",
    "1980-03-04, 1980-03-05, BIRTH_CLOSE",
    "1980-03-04, 1908-03-04, BIRTH_CLOSE",
    "1980-03-04, 1971-11-23, BIRTH_DIFFERENT",
    "1980-03-04, '',         UNKNOWN"
  })
  void birthDatesAgreeToALevel(String a, String b, Level level) {
    assertEquals(
        level,
        of(record("A B", "birthDate=" + a), record("A B", "birthday=" + b))
            .levels()
            .get(1));
  }

  @ParameterizedTest
  @CsvSource({
    "street=Lindenstraße 5; postcode=50674,   street=Lindenstr. 5; zip=50674,        ADDRESS_SAME",
    "street=Lindenstraße 5; postcode=50674,   street=Lindenstr. 7; zip=50674,        ADDRESS_CLOSE",
    "street=Lindenstraße 5; city=Köln,        street=Lindenstrasse 5; city=Koeln,    ADDRESS_SAME",
    "street=Lindenstraße 5; postcode=50674,   street=Marktplatz 1; zip=50674,        ADDRESS_PLACE",
    "street=Lindenstraße 5; postcode=50674,   street=Marktplatz 1; zip=10115,        ADDRESS_DIFFERENT",
    "street=5 Lindenstraße; postcode=50674,   street=Lindenstr. 5; zip=50647,        ADDRESS_SAME",
    "postcode=50674,                          street=Marktplatz 1,                   UNKNOWN"
  })
  void addressesAgreeToALevel(String a, String b, Level level) {
    assertEquals(level, of(record("A B", a), record("A B", b)).levels().get(2));
  }

  @Test
  void sharedHandlesProveNothing() {
    Handle phone = Handle.of(HandleKind.PHONE, "+4922147111");
    assertEquals(
        Level.PHONE_SAME,
        of(record("A", "", phone), record("A", "", phone)).levels().get(3));
    Handle other = Handle.of(HandleKind.PHONE, "+4930111222");
    assertEquals(
        Level.PHONE_DIFFERENT,
        of(record("A", "", phone), record("A", "", other)).levels().get(3));
  }

  @Test
  void moreAgreementIsAHigherProbabilityAndMoreRecordsALowerOne() {
    ComparableRecord one = record("Mia Falk", "birthDate=1980-03-04");
    ComparableRecord same = record("Mia Falk", "birthDate=1980-03-04; nationalId=77");
    double nameAndBirth = of(one, same).probability(5_000);
    double nameAlone = of(one, record("Mia Falk", "")).probability(5_000);
    assertTrue(nameAndBirth > 0.99 && nameAlone > 0.9 && nameAndBirth > nameAlone);
    assertTrue(of(one, same).probability(5_000_000) < nameAndBirth);
    assertEquals(nameAlone, of(one, record("Mia Falk", "")).probability(10), 0);
    assertTrue(of(one, record("Olaf Günther", "birthDate=1971-11-23")).probability(5_000) < 0.001);
  }

  @Test
  void peopleOfOneHouseholdAreNotOnePerson() {
    Handle phone = Handle.of(HandleKind.PHONE, "+4922147111");
    String home = "street=Lindenstraße 5; postcode=50674";
    RecordSimilarity family =
        of(record("Anna Bauer", home, phone), record("Peter Bauer", home, phone));
    assertTrue(family.probability(5_000) < 0.7, "" + family.probability(5_000));
    assertEquals(List.of("address", "phone"), family.reasons());
  }

  @Test
  void reasonsAreTheMatchingFieldsTheStrongestFirst() {
    RecordSimilarity similarity = of(
        record("Mia Falk", "birthDate=1980-03-04; nationalId=DE 77-12"),
        record("Mia Falk", "birthDate=1980-03-04; taxId=DE7712"));
    assertEquals(List.of("number", "birth", "name"), similarity.reasons());
  }

  @ParameterizedTest
  @CsvSource({
    "Mia Falk,        Olaf Günther,   true",
    "Mia Falk,        M Falk,         false",
    "Mia Falk,        mia@falk.de,    false",
    "Mia Falk,        4922147111,     false",
    "Müller Bau GmbH, Mueller-Bau,    false"
  })
  void anotherNameIsTwoNamesOfTwoPeople(String a, String b, boolean other) {
    assertEquals(other, RecordSimilarity.otherName(a, b));
    assertFalse(other && RecordSimilarity.sameName(a, b));
  }
}
