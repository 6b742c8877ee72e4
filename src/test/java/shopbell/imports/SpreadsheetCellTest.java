package shopbell.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.model.Rejected;

class SpreadsheetCellTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "phone | =\"030 7780034\" | 030 7780034",
        "phone | '+49307780002 | +49307780002",
        "customerNumber | =\"0001234\" | 0001234",
        "customerNumber | '0001234 | 0001234",
        "name | O'Neil | O'Neil",
        "name | 'Tis | 'Tis",
        "total.amount | 1.234,56 | 1234.56",
        "total.amount | 12,50 | 12.50",
        "total.amount | 12,5 | 12.5",
        "total.amount | -19,90 | -19.90",
        "total.amount | 19.90 | 19.90",
        "total.amount | 1,234.56 | 1234.56",
        "total.amount | 1,234,567 | 1234567",
        "total.amount | 1.234.567 | 1234567",
        "total.amount | 1'234.50 | 1234.50",
        "total.amount | 19,90 € | 19.90",
        "total.amount | 5 | 5",
        "total.amount | 12.345 | 12.345",
        "total.currency | eur | EUR",
        "since | 01.03.2024 | 2024-03-01",
        "since | 1.3.2024 | 2024-03-01",
        "since | 2024/3/1 | 2024-03-01",
        "since | 13/1/2024 | 2024-01-13",
        "since | 1/13/2024 | 2024-01-13",
        "since | 3/3/2024 | 2024-03-03",
        "since | 2024-03-01T00:00:00Z | 2024-03-01",
        "since | 01.03.2024 14:30 | 2024-03-01",
        "placedAt | 05.01.2026 | 2026-01-04T23:00:00Z",
        "placedAt | 05.07.2026 14:30 | 2026-07-05T12:30:00Z",
        "placedAt | 2026-01-05 | 2026-01-04T23:00:00Z",
        "placedAt | 2026-01-05 10:00:00 | 2026-01-05T09:00:00Z",
        "placedAt | 2026-01-05T10:00 | 2026-01-05T09:00:00Z",
        "placedAt | 2026-01-05T10:00:00Z | 2026-01-05T10:00:00Z",
        "placedAt | 2026-01-05T10:00:00+02:00 | 2026-01-05T10:00:00+02:00"
      })
  void valuesOfASpreadsheetAreReadAsTheSchemaExpects(String column, String cell, String read) {
    assertEquals(read, SpreadsheetCell.read(column, cell, BERLIN));
  }

  @ParameterizedTest(name = "{0}: {1} is refused")
  @CsvSource(
      delimiter = '|',
      value = {
        "name | #NAME? | mistake",
        "phone | #REF! | mistake",
        "customerNumber | #N/A | mistake",
        "customerNumber | 4.93077E+11 | rounded",
        "customer.id | 4,93077E+11 | rounded",
        "total.amount | 1,234 | thousand",
        "since | 3/1/2024 | two days",
        "since | 03-01-2024 | two days",
        "since | 45352 | count of days",
        "placedAt | 45352.5 | count of days",
        "since | 31.02.2024 | no calendar"
      })
  void whatIsLostOrMayMeanTwoThingsIsRefusedWithItsReason(
      String column, String cell, String reason) {
    Rejected refused =
        assertThrows(Rejected.class, () -> SpreadsheetCell.read(column, cell, BERLIN));
    assertEquals(true, refused.errors().get(0).detail().contains(reason), refused.getMessage());
  }

  @Test
  void columnsAreKnownInAnyLetterCase() {
    CsvColumns csvColumns = new CsvColumns(ImportKind.CUSTOMERS);
    assertEquals("system", csvColumns.spelt("System").orElseThrow());
    assertEquals("id", csvColumns.spelt("ID").orElseThrow());
    assertEquals("customerNumber", csvColumns.spelt("Customer Number").orElseThrow());
    assertEquals("customerNumber", csvColumns.spelt("customer_number").orElseThrow());
    assertEquals("attributes.Region", csvColumns.spelt("Attributes.Region").orElseThrow());
    assertEquals(true, csvColumns.spelt("emial").isEmpty());
  }
}
