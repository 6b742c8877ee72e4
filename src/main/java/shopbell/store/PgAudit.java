package shopbell.store;

import static shopbell.store.Columns.utc;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import shopbell.api.Audit;
import shopbell.api.Page;
import shopbell.model.Rejected;
import shopbell.model.Word;
import shopbell.security.AuditEntry;
import shopbell.wire.Json;

/** The table {@code audit}, which the database lets nobody change. */
public final class PgAudit implements Audit {
  private static final int PAGE = 50;
  private static final String WRITE = """
      insert into audit (at, actor, address, act, subject, before, after)
      values ($1, $2, $3, $4, $5, $6::text::jsonb, $7::text::jsonb)
      """;
  private static final String READ = """
      select id, at, actor, address, act, subject, before::text, after::text from audit
      where ($1::text is null or subject = $1) and id < $2 order by id desc limit 51
      """;

  private final Database database;

  public PgAudit(Database database) {
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
  public Future<Page<AuditEntry>> page(Optional<String> subject, Optional<String> before) {
    Tuple asked =
        Tuple.of(subject.orElse(null), before.map(PgAudit::cursor).orElse(Long.MAX_VALUE));
    return database.query(READ, asked).map(rows -> {
      List<Row> all = StreamSupport.stream(rows.spliterator(), false).toList();
      List<Row> shown = all.subList(0, Math.min(PAGE, all.size()));
      return new Page<>(
          shown.stream().map(PgAudit::act).toList(),
          all.size() > PAGE
              ? Optional.of(Long.toString(shown.get(PAGE - 1).getLong("id")))
              : Optional.empty());
    });
  }

  private static AuditEntry act(Row row) {
    return new AuditEntry(
        row.getOffsetDateTime("at").toInstant(),
        row.getString("actor"),
        row.getString("address"),
        Word.of(AuditEntry.Kind.class, row.getString("act")),
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
