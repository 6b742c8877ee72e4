package shopbell.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import shopbell.model.Rejected;
import shopbell.prediction.value.Purchase;

/** Reads purchases from a table with the columns customer, date and amount; the last one may be missing. */
public final class PurchaseColumns {
  private PurchaseColumns() {}

  /** Throws Rejected with the number of the row for a cell that cannot be read; the cell is not repeated. */
  public static List<Purchase> read(CsvTable table) {
    int customer = table.column("customer");
    int date = table.column("date");
    int amount = table.column("amount");
    if (customer < 0 || date < 0) {
      throw new Rejected(
          Rejected.Reason.MALFORMED,
          "The header is customer,date,amount; amount may be missing, the other two may not.");
    }
    if (table.rows().isEmpty()) {
      throw new Rejected(Rejected.Reason.MALFORMED, "The file has no purchase below its header.");
    }
    List<Purchase> purchases = new ArrayList<>();
    for (List<String> row : table.rows()) {
      int number = purchases.size() + 1;
      purchases.add(new Purchase(
          customer(row.get(customer), number),
          day(row.get(date), number),
          amount < 0 ? OptionalDouble.empty() : amount(row.get(amount), number)));
    }
    return purchases;
  }

  private static String customer(String cell, int row) {
    if (cell.isEmpty()) {
      throw wrong(row, "customer", "a key that is not empty");
    }
    return cell;
  }

  /** The day of an instant such as 1997-01-18T10:00:00Z is the one that is written. */
  private static LocalDate day(String cell, int row) {
    try {
      return cell.matches("\\d{8}")
          ? LocalDate.parse(cell, DateTimeFormatter.BASIC_ISO_DATE)
          : LocalDate.parse(cell.matches(".{10}[T ].+") ? cell.substring(0, 10) : cell);
    } catch (DateTimeException e) {
      throw wrong(row, "date", "a day such as 1997-01-18");
    }
  }

  private static OptionalDouble amount(String cell, int row) {
    if (cell.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (!cell.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
      throw wrong(row, "amount", "a number such as 29.33");
    }
    return OptionalDouble.of(Double.parseDouble(cell));
  }

  private static Rejected wrong(int row, String column, String expected) {
    return new Rejected(
        Rejected.Reason.MALFORMED,
        "In row " + row + " below the header, " + column + " is not " + expected + ".");
  }
}
