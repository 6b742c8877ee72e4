package shopbell.store.customer;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import shopbell.customer.CueStore;
import shopbell.model.customer.Cue;
import shopbell.model.customer.CueKind;
import shopbell.store.sql.Database;

/** One row for each record and kind; expired ones stay until they are replaced, removed or erased with the person. */
public final class PgCues implements CueStore {
  private static final String PUT = """
      insert into cue (customer, kind, text, source, consent, until, noted_at) values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (customer, kind) do update set text = excluded.text, source = excluded.source,
        consent = excluded.consent, until = excluded.until, noted_at = excluded.noted_at
      """;
  private static final String REMOVE =
      "delete from cue where customer = any (person_of($1)) and kind = $2";

  private final Database database;

  public PgCues(Database database) {
    this.database = database;
  }

  @Override
  public Future<Void> put(UUID customer, Cue cue) {
    Tuple row = Tuple.of(customer, cue.kind().toString(), cue.text(), cue.source(), cue.consent())
        .addOffsetDateTime(utc(cue.until()))
        .addOffsetDateTime(utc(cue.at()));
    return database.query(PUT, row).mapEmpty();
  }

  @Override
  public Future<Void> remove(UUID customer, CueKind kind) {
    return database.query(REMOVE, Tuple.of(customer, kind.toString())).mapEmpty();
  }
}
