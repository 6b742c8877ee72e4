package shopbell.store.journey;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import shopbell.journey.VisitStore;
import shopbell.model.ContractWord;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Rejected;
import shopbell.model.event.Visit;
import shopbell.store.records.RecordStatements;
import shopbell.store.sql.Database;
import shopbell.store.sql.MonthlyPartitions;
import shopbell.store.sql.Queries;

/** Visits in PostgreSQL: one transaction for a batch, one statement for each kind of row in it. */
public final class PgVisits implements VisitStore {
  /** One writer at a time, across all processes: a visit that two of them have is detected by the second. */
  private static final long LOCK = 0x5348_4f50_4a4f_5552L;

  private static final int MOST_TRIES = 3;

  /** Two conflicting transactions: a deadlock, or a file or another door inserted the same row. */
  private static final Pattern PASSING = Pattern.compile("40.*|23505");

  /** A value of a row cannot be stored (classes 22 and 23); any other error is a bug of ours. */
  private static final Pattern BAD_DATA = Pattern.compile("2[23].*");

  private static final String PEOPLE = """
      insert into customer (id, survivor, system, external_id, kind, name, updated_at)
      select id, id, 'journey', external_id, kind, name, at
      from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[]) as r (id, external_id, kind, name, at)
      where (select 1 from customer c where c.id = r.id) is null
      on conflict do nothing returning id
      """;
  private static final String HANDLES = Queries.named("visit-handles");
  private static final String RECOGNISED = """
      insert into recognition (kind, value, customer, at)
      select distinct 'cookie', value, customer, date_trunc('minute', at)
      from unnest($1::text[], $2::text[], $3::uuid[], $4::boolean[], $5::timestamptz[])
        as r (kind, value, customer, proven, at)
      where kind = 'cookie' on conflict do nothing returning value
      """;
  private static final String SAID = """
      update customer c set name = coalesce(r.name, c.name), attributes = c.attributes || r.attributes::jsonb,
        updated_at = r.at, examined = false
      from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) as r (id, name, attributes, at)
      where c.id = r.id and c.updated_at <= r.at
      returning c.survivor
      """;
  private static final String MEMBERS = """
      insert into membership (person, company, role)
      select person, company, 'member' from unnest($1::uuid[], $2::uuid[]) as r (person, company)
      on conflict do nothing returning person
      """;
  private static final String STEPS = Queries.named("visit-steps");
  private static final String HOME = """
      select distinct c.survivor from unnest($1::text[]) as n (named), rehome(n.named) as moved (customer)
      join customer c on c.id = moved.customer
      """;
  private static final String SHARED = """
      select value from handle where kind = 'cookie' and value = any ($1) group by value having count(*) > 1
      """;

  private final Database database;
  private final Optional<String> userIds;
  private final MonthlyPartitions monthlyPartitions;

  /** {@code userIds} names the system whose customer ids are used as signed-in ids; empty for none. */
  public PgVisits(Database database, Optional<String> userIds) {
    this.database = database;
    this.userIds = userIds;
    this.monthlyPartitions = new MonthlyPartitions(database);
  }

  @Override
  public Future<SavedVisits> keep(List<Visit> visits, Instant now) {
    VisitRows rows = new VisitRows(visits, userIds);
    return monthlyPartitions
        .ready("touchpoint", rows.steps().stream().map(Visit.VisitStep::at).toList())
        .compose(ready -> keep(rows, 1));
  }

  private Future<SavedVisits> keep(VisitRows rows, int tries) {
    return database
        .transaction(connection -> new Writing(connection, rows).all())
        .recover(failure -> {
          String state = failure instanceof PgException answer ? "" + answer.getSqlState() : "";
          if (PASSING.matcher(state).matches() && tries < MOST_TRIES) {
            return keep(rows, tries + 1);
          }
          return Future.failedFuture(BAD_DATA.matcher(state).matches() ? refused(state) : failure);
        });
  }

  private static Rejected refused(String state) {
    return new Rejected(Rejected.Reason.SENSELESS, "refused by the database with state " + state);
  }

  /** One batch while it is written. */
  private static final class Writing {
    private final SqlConnection connection;
    private final VisitRows rows;
    private final Set<UUID> changed = new LinkedHashSet<>();
    private final Set<UUID> joined = new LinkedHashSet<>();
    private final List<Handle> known = new ArrayList<>();
    private final Set<String> homeless = new LinkedHashSet<>();
    private int fresh;

    Writing(SqlConnection connection, VisitRows rows) {
      this.connection = connection;
      this.rows = rows;
    }

    /** Statements of one connection are sent at once and executed in this order. */
    Future<SavedVisits> all() {
      Future<?> locked = run("select pg_advisory_xact_lock($1)", Tuple.of(LOCK));
      Future<?> people = rows.nobody() ? Future.succeededFuture() : people();
      Future<?> steps = rows.steps().isEmpty() ? Future.succeededFuture() : steps();
      return Future.all(locked, people, steps)
          .compose(in -> homeless.isEmpty() ? Future.succeededFuture() : homes())
          .map(done -> new SavedVisits(fresh, changed, joined, known));
    }

    private Future<?> people() {
      Tuple handles = rows.handles();
      Future<RowSet<Row>> made = run(PEOPLE, rows.people());
      Future<RowSet<Row>> linked = run(HANDLES, handles);
      Future<RowSet<Row>> recognised = run(RECOGNISED, handles);
      Future<?> said = rows.said()
          .<Future<?>>map(words -> run(SAID, words).onSuccess(this::concerned))
          .orElseGet(Future::succeededFuture);
      Future<?> members = rows.memberships()
          .<Future<?>>map(all -> run(MEMBERS, all).onSuccess(this::concerned))
          .orElseGet(Future::succeededFuture);
      return Future.all(made, linked, recognised, said, members).compose(done -> {
        made.result().forEach(row -> joined.add(row.getUUID(0)));
        linked.result().forEach(this::linked);
        return shared(recognised.result());
      });
    }

    private void linked(Row row) {
      Handle handle = Handle.of(
          ContractWord.of(HandleKind.class, row.getString("kind")), row.getString("value"));
      if (row.getBoolean("made")) {
        changed.add(row.getUUID("customer"));
        known.add(handle);
        if (handle.kind() == HandleKind.EXTERNAL) {
          joined.add(row.getUUID("customer"));
        }
        if (handle.kind() == HandleKind.COOKIE) {
          homeless.add(RecordStatements.waiting(handle));
        }
      }
    }

    /** On a cookie of one person nothing is reassigned when that person is seen again; on one of several it may be. */
    private Future<?> shared(RowSet<Row> recognised) {
      List<String> cookies = new ArrayList<>();
      recognised.forEach(row -> cookies.add(row.getString(0)));
      return cookies.isEmpty()
          ? Future.succeededFuture()
          : run(SHARED, Tuple.of(cookies.toArray(String[]::new)))
              .onSuccess(found -> found.forEach(row -> homeless.add("cookie:" + row.getString(0))));
    }

    private Future<?> steps() {
      return run(STEPS, rows.stepColumns())
          .onSuccess(found -> found.forEach(row -> {
            fresh += row.getInteger("steps");
            Optional.ofNullable(row.getUUID("customer")).ifPresent(changed::add);
          }));
    }

    private Future<?> homes() {
      return run(HOME, Tuple.of(homeless.stream().sorted().toArray(String[]::new)))
          .onSuccess(this::concerned);
    }

    private void concerned(RowSet<Row> found) {
      found.forEach(row -> changed.add(row.getUUID(0)));
    }

    private Future<RowSet<Row>> run(String sql, Tuple values) {
      return connection.preparedQuery(sql).execute(values);
    }
  }
}
