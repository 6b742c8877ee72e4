package shopbell.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.model.Rejected;

class NewPasswordTest {
  private static String refusal(String user, String text) {
    Rejected refused = assertThrows(Rejected.class, () -> new NewPassword(user, text), text);
    assertEquals(Rejected.Reason.SENSELESS, refused.reason());
    assertEquals("/password", refused.errors().get(0).pointer());
    return refused.errors().get(0).detail();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a few words of no sense",
        "correct horse battery staple",
        "ring-the-bell",
        "9wB$kq2!vXz7",
        "Kürbis Laterne 7 Dampfer",
        "пять медленных зонтиков",
        "password but then a long sentence"
      })
  void wordsThatHaveNothingToDoWithEachOtherAreTaken(String text) {
    assertDoesNotThrow(() -> new NewPassword("anna", text));
  }

  @Test
  void theOnesWeMakeAreTaken() {
    for (int i = 0; i < 1_000; i++) {
      String made = Tokens.fresh();
      assertDoesNotThrow(() -> new NewPassword("a", made), made);
    }
  }

  @Test
  void elevenCharactersAreTooFewAndTwoHundredAndOneTooMany() {
    assertTrue(refusal("anna", "w9B$kq2!vXz").contains("12 to 200 characters"));
    refusal("anna", "w9B$kq2!vXz".repeat(20));
    refusal("anna", "😀😁😂🤣😃😄😅😆😉😊😋");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QWERTYUIOP[]", "1234567890123", "counterstrike", "Password2026!", "password1234",
        "2026password!", "passwordpassword", "PassWord-PassWord", "sommer2026!!", "qwertyuiop123",
        "1q2w3e4r5t6y", "Passwort!2026", "ｐａｓｓｗｏｒｄ2026"
      })
  void aCommonOneIsRefusedAlsoInCapitalsRepeatedOrWithDigitsAround(String text) {
    assertTrue(refusal("anna", text).contains("most common"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aaaaaaaaaaaa", "121212121212", "abc abc abc abc"})
  void fewCharactersOverAndOverAreRefused(String text) {
    assertTrue(refusal("anna", text).contains("few"), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "klara.lindqvist",
        "Klara.Lindqvist2026",
        "2026-Shopbell-2026",
        "klara.lindqvist-shopbell",
        "shopbellpassword"
      })
  void theNamesOfTheUserAndTheProgramAreNoPasswords(String text) {
    refusal("klara.lindqvist", text);
  }

  @Test
  void itIsNotShownWhereItIsLogged() {
    assertFalse(new NewPassword("anna", "nine green bottles").toString().contains("bottles"));
  }
}
