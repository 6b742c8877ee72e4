package shopbell.store.security;

import static shopbell.store.sql.Columns.utc;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import shopbell.json.Json;
import shopbell.model.ContractWord;
import shopbell.model.Page;
import shopbell.model.Rejected;
import shopbell.security.AuditEntry;
import shopbell.security.AuditFilter;
import shopbell.security.AuditLog;
import shopbell.store.sql.Columns;
import shopbell.store.sql.Database;

/** The table {@code audit}, in which the database refuses every change. */
public final class PgAuditLog implements AuditLog {
  private static final int PAGE = 50;
  private static final String WRITE = """
      insert into audit (at, actor, address, act, subject, before, after)
      values ($1, $2, $3, $4, $5, $6::text::jsonb, $7::text::jsonb)
      """;
  private static final String CHOSEN = """
      select id, at, actor, address, act, subject, before::text, after::text from audit
      where ($1::text is null or actor = $1) and ($2::text is null or act = $2) and ($3::text is null or subject = $3)
        and ($4::timestamptz is null or at >= $4) and ($5::timestamptz is null or at < $5)
      """;
  private static final String READ = CHOSEN + "and id < $6 order by id desc limit 51";
  private static final String EXPORT = CHOSEN + "order by id desc";

  private final Database database;

  public PgAuditLog(Database database) {
    this.database = database;
  }

  @Override
  public Future<Void> write(AuditEntry act) {
    Tuple values = Tuple.of(
            utc(act.at()), act.actor(), act.address(), act.kind().toString())
        .addString(act.subject())
        .addString(act.before().map(Json::write).orElse(null))
        .addString(act.after().map(Json::write).orElse(null));
    return database.query(WRITE, values).mapEmpty();
  }

  @Override
  public Future<Page<AuditEntry>> page(AuditFilter filter, Optional<String> before) {
    Tuple asked = chosen(filter).addLong(before.map(PgAuditLog::cursor).orElse(Long.MAX_VALUE));
    return database.query(READ, asked).map(rows -> {
      List<Row> all = rows.stream().toList();
      List<Row> shown = all.subList(0, Math.min(PAGE, all.size()));
      return new Page<>(
          shown.stream().map(PgAuditLog::act).toList(),
          all.size() > PAGE
              ? Optional.of(Long.toString(shown.get(PAGE - 1).getLong("id")))
              : Optional.empty());
    });
  }

  @Override
  public Future<Void> export(AuditFilter filter, Function<List<AuditEntry>, Future<Void>> each) {
    return database.streamed(
        EXPORT,
        chosen(filter),
        rows -> each.apply(rows.stream().map(PgAuditLog::act).toList()));
  }

  private static Tuple chosen(AuditFilter filter) {
    return Tuple.of(
        filter.actor().orElse(null),
        filter.kind().map(AuditEntry.AuditKind::toString).orElse(null),
        filter.subject().orElse(null),
        filter.from().map(Columns::utc).orElse(null),
        filter.to().map(Columns::utc).orElse(null));
  }

  private static AuditEntry act(Row row) {
    return new AuditEntry(
        row.getOffsetDateTime("at").toInstant(),
        row.getString("actor"),
        row.getString("address"),
        ContractWord.of(AuditEntry.AuditKind.class, row.getString("act")),
        row.getString("subject"),
        Optional.ofNullable(row.getString("before")).map(text -> Json.read(text, JsonNode.class)),
        Optional.ofNullable(row.getString("after")).map(text -> Json.read(text, JsonNode.class)));
  }

  private static long cursor(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw Rejected.field("/before", "is the next of the page before");
    }
    return Long.parseLong(text);
  }
}
