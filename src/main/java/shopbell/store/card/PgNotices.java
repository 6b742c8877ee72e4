package shopbell.store.card;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shopbell.card.NoticeStore;
import shopbell.model.ContractWord;
import shopbell.model.Severity;
import shopbell.model.event.NoticeRecord;
import shopbell.store.sql.Database;

/** Notices, one row each; a cleared one stays as a row, so that a late repetition does not raise it again. */
public final class PgNotices implements NoticeStore {
  private static final String CURRENT =
      "select id, severity, text, applies_to, at from notice where not cleared order by at desc limit 50";

  private final Database database;

  public PgNotices(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<NoticeRecord>> current() {
    return database
        .query(CURRENT, Tuple.tuple())
        .map(rows -> rows.stream().map(PgNotices::notice).toList());
  }

  private static NoticeRecord notice(Row row) {
    Map<String, String> appliesTo = new LinkedHashMap<>();
    JsonObject stored = row.getJsonObject("applies_to");
    stored.fieldNames().forEach(name -> appliesTo.put(name, stored.getString(name)));
    return new NoticeRecord(
        row.getString("id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("id"),
        false,
        ContractWord.of(Severity.class, row.getString("severity")),
        row.getString("text"),
        appliesTo);
  }
}
