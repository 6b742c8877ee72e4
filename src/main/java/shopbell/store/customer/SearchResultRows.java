package shopbell.store.customer;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import shopbell.customer.CustomerStore.SearchHit;
import shopbell.identity.SearchScore;
import shopbell.identity.SearchWords;
import shopbell.model.ContractWord;
import shopbell.model.CustomerKind;
import shopbell.store.identity.DistinctionRows;

/** The rows of a search, sorted for display. */
final class SearchResultRows {
  private record Ranked(SearchHit found, double score) {}

  private SearchResultRows() {}

  /** The best match first; customers without any match are left out. */
  static List<SearchHit> ranked(RowSet<Row> rows, SearchWords asked) {
    List<Ranked> all = new ArrayList<>();
    for (Row row : rows) {
      double score = row.getDouble("sure")
          + SearchScore.of(asked, row.getString("name"), List.of(row.getArrayOfStrings("words")));
      if (score > 0) {
        all.add(new Ranked(found(row), score));
      }
    }
    all.sort(Comparator.comparingDouble(Ranked::score)
        .reversed()
        .thenComparing(one -> one.found().name())
        .thenComparing(one -> one.found().id()));
    return all.stream().map(Ranked::found).toList();
  }

  private static SearchHit found(Row row) {
    return new SearchHit(
        row.getUUID("id"),
        row.getString("name"),
        ContractWord.of(CustomerKind.class, row.getString("kind")),
        row.getString("match"),
        DistinctionRows.distinction(row));
  }
}
