package shopbell.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.model.CustomerKind;

class CallerDetailsTest {
  @ParameterizedTest(name = "\"{0}\" is {1}")
  @CsvSource({
    "w20 a b,w20ab",
    "whiskey 2 0 alpha bravo,w20ab",
    "whiskey to zero alpha bee,w20ab",
    "x-ray for see are,x4cr",
    "50 667,50667",
    "fünf null sechs sechs sieben,50667",
    "siedem osiem dziewięć dwa trzy,78923",
    "88-100,88100"
  })
  void spelledWordsAreReadAsLettersAndDigits(String heard, String read) {
    assertEquals(read, SpokenText.spelled(heard));
  }

  @ParameterizedTest(name = "\"{0}\" is {1}")
  @CsvSource({
    "27th of the 9th 1979,27091979",
    "the 7th of April 1996,07041996",
    "3. März 1971,03031971",
    "8 luty 1966,08021966",
    "8 grudnia 1910,08121910",
    "19 septembre 1985,19091985",
    "1.2.1990,01021990",
    "1971-03-21,21031971",
    "19710321,21031971",
    "31 10 1970,31101970",
    "3110 1970,31101970",
    "September 1926,091926"
  })
  void aDateThatWasSaidHasItsDayFirst(String heard, String read) {
    assertEquals(read, SpokenText.date(heard));
  }

  @Test
  void everySystemCallsThemDifferently() {
    CallerDetails said = CallerDetails.of(Map.of(
        "firstName",
        "Jürgen",
        "lastName",
        "Möller",
        "zip",
        "50 667",
        "town",
        "Köln",
        "dateOfBirth",
        "21.03.1971"));
    assertEquals(List.of("juergen moeller"), said.names());
    assertEquals(List.of("50667"), said.postcodes());
    assertEquals(List.of("koeln"), said.towns());
    assertEquals(List.of("21031971"), said.births());
    assertTrue(CallerDetails.of(Map.of("menu", "2", "name", " ")).isEmpty());
  }

  @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
  @CsvSource({
    "Teresa Smith,LS3 1AB,1909-08-11,name birth postcode",
    "Terresa Smyth,l s 3 1 a b,11th of August 1909,name.close birth postcode",
    "t e r e s a s m i t h,LS3 1AP,11 August 1908,name birth.close postcode.close",
    "Martial | Smith Teresa,,,name",
    "Gordon Blake,ZZ99 9QQ,1950-01-30,name.other birth.other postcode.other"
  })
  void theHearingThatFitsBestCounts(String name, String postcode, String birth, String reasons) {
    CallerDetails said = CallerDetails.of(Map.of(
        "name",
        name,
        "postcode",
        postcode == null ? "" : postcode,
        "birthDate",
        birth == null ? "" : birth));
    assertEquals(
        List.of(reasons.split(" ")), DetailSimilarity.of(said, teresa()).reasons());
  }

  private static HandleStore.Described teresa() {
    UUID id = new UUID(0, 1);
    ComparableRecord comparableRecord = ComparableRecord.of(
        id,
        CustomerKind.PERSON,
        "Teresa Smith",
        Map.of("postcode", "LS3 1AB", "birthDate", "1909-08-11"),
        List.of());
    return new HandleStore.Described(id, "Teresa Smith", comparableRecord, false, false, 1);
  }
}
