package shopbell.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {
  @ParameterizedTest
  @CsvSource({
    "anna, ANNA",
    "anna, '  Anna '",
    "Jürgen, Ju\u0308rgen",
    "Jürgen, JU\u0308RGEN",
    "Straße, STRASSE",
    "Σίσυφος, ΣΊΣΥΦΟΣ",
    "Anna Berg, Anna\u00a0Berg",
    "Anna Berg, 'Anna \t\u2003 Berg'",
    "anna, a\u200bn\u00adna\ufeff",
    "anna, \uff41\uff4e\uff4e\uff41",
    "ﬁn, fin",
    "anna@example.org, Anna@Example.ORG",
    "101, \uff11\uff10\uff11",
    "101, \u0661\u0660\u0661",
    "+49 221 77-101, 004922177101",
    "+49 221 77-101, '(49) 221/77.101'",
  })
  void callsTheSamePerson(String a, String b) {
    assertEquals(NameKey.of(a), NameKey.of(b));
  }

  @ParameterizedTest
  @CsvSource({
    "anna, hanna",
    "Anna Berg, AnnaBerg",
    "Jürgen, Jurgen",
    "101, 0101",
    "101, 1011",
    "anna1, anna2"
  })
  void callsAnother(String a, String b) {
    assertNotEquals(NameKey.of(a), NameKey.of(b));
  }
}
