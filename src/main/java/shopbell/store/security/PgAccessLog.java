package shopbell.store.security;

import static shopbell.store.sql.Columns.utc;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.ContractWord;
import shopbell.model.Page;
import shopbell.model.Rejected;
import shopbell.security.AccessEntry;
import shopbell.security.AccessLog;
import shopbell.security.AccessRecorder;
import shopbell.store.sql.Database;
import shopbell.store.sql.MonthlyPartitions;

/**
 * The access log: collected in memory, written in batches; a killed process loses the entries since the last
 * {@link #flush}. While the database is unavailable up to 50,000 wait, then the oldest are dropped. Thread-safe.
 */
public final class PgAccessLog implements AccessRecorder, AccessLog {
  private static final int MOST_WAITING = 50_000;
  private static final int MOST_AT_ONCE = 1_000;
  private static final int MOST_REMEMBERED = 10_000;
  private static final int PAGE = 50;
  private static final Duration SAME = Duration.ofMinutes(1);
  private static final String WRITE = """
      insert into look (at, agent, why, customer, interaction, what)
      select * from unnest($1::timestamptz[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::text[])
      """;
  private static final String READ = """
      select id, at, agent, why, customer, interaction, what from look
      where ($1::uuid is null or customer = $1) and ($2::text is null or agent = $2) and id < $3
      order by id desc limit 51
      """;

  private final Database database;
  private final MonthlyPartitions monthlyPartitions;
  private final ArrayDeque<AccessEntry> waiting = new ArrayDeque<>();
  private final Map<List<Object>, Instant> lately = Caffeine.newBuilder()
      .maximumSize(MOST_REMEMBERED)
      .<List<Object>, Instant>build()
      .asMap();
  private final Runnable written;
  private Future<Void> writing = Future.succeededFuture();

  /** {@code written} is run after each batch that was written; it must not block. */
  public PgAccessLog(Database database, Runnable written) {
    this.database = database;
    this.written = written;
    this.monthlyPartitions = new MonthlyPartitions(database);
  }

  @Override
  public synchronized void saw(AccessEntry accessEntry) {
    List<Object> key = List.of(
        accessEntry.agent(),
        accessEntry.why(),
        accessEntry.customer(),
        accessEntry.interaction(),
        accessEntry.what());
    Instant before = lately.get(key);
    boolean again = before != null && accessEntry.at().isBefore(before.plus(SAME));
    if (again && accessEntry.customer().isPresent()) {
      return;
    }
    lately.put(key, accessEntry.at());
    waiting.add(accessEntry);
    if (waiting.size() > MOST_WAITING) {
      waiting.poll();
    }
  }

  /**
   * Writes waiting entries; to be called every second, and before the database is closed. Entries that fail keep
   * waiting.
   */
  public synchronized Future<Void> flush() {
    if (!writing.isComplete()) {
      return writing;
    }
    List<AccessEntry> batch = new ArrayList<>();
    while (!waiting.isEmpty() && batch.size() < MOST_AT_ONCE) {
      batch.add(waiting.poll());
    }
    if (batch.isEmpty()) {
      return Future.succeededFuture();
    }
    writing = write(batch).onFailure(away -> back(batch)).onSuccess(stored -> written.run());
    return writing;
  }

  private synchronized void back(List<AccessEntry> batch) {
    for (int i = batch.size() - 1; i >= 0 && waiting.size() < MOST_WAITING; i--) {
      waiting.addFirst(batch.get(i));
    }
  }

  private Future<Void> write(List<AccessEntry> batch) {
    Future<Void> ready = Future.succeededFuture();
    for (AccessEntry accessEntry : batch) {
      ready = ready.compose(before -> monthlyPartitions.ready("look", accessEntry.at()));
    }
    Tuple columns = Tuple.tuple()
        .addArrayOfOffsetDateTime(
            batch.stream().map(g -> utc(g.at())).toArray(OffsetDateTime[]::new))
        .addArrayOfString(batch.stream().map(AccessEntry::agent).toArray(String[]::new))
        .addArrayOfString(batch.stream().map(g -> g.why().toString()).toArray(String[]::new))
        .addArrayOfUUID(batch.stream().map(g -> g.customer().orElse(null)).toArray(UUID[]::new))
        .addArrayOfUUID(batch.stream().map(g -> g.interaction().orElse(null)).toArray(UUID[]::new))
        .addArrayOfString(batch.stream().map(g -> g.what().orElse(null)).toArray(String[]::new));
    return ready.compose(there -> database.query(WRITE, columns)).mapEmpty();
  }

  @Override
  public Future<Page<AccessEntry>> page(
      Optional<UUID> customer, Optional<String> agent, Optional<String> before) {
    Tuple asked = Tuple.of(
        customer.orElse(null),
        agent.orElse(null),
        before.map(PgAccessLog::cursor).orElse(Long.MAX_VALUE));
    return flush().compose(written -> database.query(READ, asked)).map(rows -> {
      List<Row> all = rows.stream().toList();
      List<Row> shown = all.subList(0, Math.min(PAGE, all.size()));
      return new Page<>(
          shown.stream().map(PgAccessLog::glance).toList(),
          all.size() > PAGE
              ? Optional.of(Long.toString(shown.get(PAGE - 1).getLong("id")))
              : Optional.empty());
    });
  }

  private static AccessEntry glance(Row row) {
    return new AccessEntry(
        row.getOffsetDateTime("at").toInstant(),
        row.getString("agent"),
        ContractWord.of(AccessEntry.Why.class, row.getString("why")),
        Optional.ofNullable(row.getUUID("customer")),
        Optional.ofNullable(row.getUUID("interaction")),
        Optional.ofNullable(row.getString("what")));
  }

  private static long cursor(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw Rejected.field("/before", "is the next of the page before");
    }
    return Long.parseLong(text);
  }
}
