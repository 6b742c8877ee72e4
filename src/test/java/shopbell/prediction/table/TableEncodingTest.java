package shopbell.prediction.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableEncodingTest {
  private static double[] encoded(ColumnEncoding column, String cell) {
    double[] numbers = new double[column.width()];
    column.write(cell, numbers, 0);
    return numbers;
  }

  @Test
  void numbersAsTextAreStandardisedAndMissingOnesAreMarked() {
    ColumnEncoding column = ColumnEncoding.of("age", List.of("1", "2", " 3 ", "NA", "", "2"));
    assertTrue(column.numeric());
    assertEquals(2, column.mean(), 1e-12);
    assertArrayEquals(new double[] {Math.sqrt(2), 0}, encoded(column, "3"), 1e-12);
    assertArrayEquals(new double[] {0, 1}, encoded(column, "?"), 1e-12);
  }

  @Test
  void aNumberIsTrustedAsFarOutsideAsTheOthersAreApart() {
    ColumnEncoding column = ColumnEncoding.of("age", List.of("1", "2", "3"));
    assertArrayEquals(encoded(column, "5"), encoded(column, "500"));
  }

  @Test
  void frequentWordsGetANumberEachAndAllOthersShareOne() {
    List<String> cells = new ArrayList<>(Collections.nCopies(ColumnEncoding.RARE, "red"));
    cells.addAll(Collections.nCopies(ColumnEncoding.RARE + 1, "blue"));
    cells.add("green");
    ColumnEncoding column = ColumnEncoding.of("colour", cells);
    assertEquals(List.of("blue", "red"), column.levels());
    assertArrayEquals(new double[] {0, 1, 0}, encoded(column, "red"));
    assertArrayEquals(encoded(column, "green"), encoded(column, "never seen"));
  }

  @Test
  void twoDifferentNumbersAreWords() {
    assertFalse(ColumnEncoding.of("senior", List.of("0", "1", "0", "1")).numeric());
  }

  @Test
  void aGermanCommaIsAPoint() {
    assertEquals(1.5, CellReader.number("1,5").orElseThrow());
    assertTrue(CellReader.number("1,2,3").isEmpty());
    assertTrue(CellReader.number("1e999").isEmpty());
  }
}
