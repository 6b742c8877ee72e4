package shopbell.api.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.security.AuditEntry;

class AuditCsvTest {
  private static final Instant AT = Instant.parse("2026-11-30T12:00:00Z");

  private static AuditEntry entry(String subject, Optional<Object> after) {
    return new AuditEntry(
        AT, "root", "::1", AuditEntry.AuditKind.USER_SAVED, subject, Optional.empty(), after);
  }

  @Test
  void anEntryIsALineAndWhatItIsSinceStandsInItAsJson() {
    assertEquals(
        "2026-11-30T12:00:00Z,root,::1,user-saved,dora,,\"{\"\"role\"\":\"\"agent\"\"}\"\r\n",
        AuditCsv.rows(List.of(entry("dora", Optional.of(Map.of("role", "agent"))))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
  void aCellThatASpreadsheetWouldCalculateIsText(String cell) {
    String row = AuditCsv.rows(List.of(entry(cell, Optional.empty())));
    assertTrue(row.contains("'" + cell), row);
  }

  @Test
  void aCellWithLinesAndQuotesStaysOneCell() {
    assertTrue(
        AuditCsv.rows(List.of(entry("a\"b\nc", Optional.empty()))).contains(",\"a\"\"b\nc\","));
  }
}
