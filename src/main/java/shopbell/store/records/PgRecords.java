package shopbell.store.records;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import shopbell.model.Handle;
import shopbell.model.event.ContactRecord;
import shopbell.model.event.CustomerRecord;
import shopbell.model.event.FeedbackRecord;
import shopbell.model.event.Inbound;
import shopbell.model.event.NoticeRecord;
import shopbell.model.event.OrderRecord;
import shopbell.model.event.ShipmentRecord;
import shopbell.model.event.TicketRecord;
import shopbell.model.event.TouchpointRecord;

/** Writes customers and their facts, many of a kind at once; the newer of two with the same id wins. */
public final class PgRecords {
  private static final String RECOGNISE = "select recognise($1, $2, $3)";

  /**
   * Writes records of any kinds, customers first; facts keep their order. The touchpoints' monthly partitions must
   * exist.
   */
  public Future<Set<UUID>> load(SqlConnection connection, String source, List<Inbound> events) {
    Set<UUID> touched = new LinkedHashSet<>();
    Future<Void> done = customers(connection, only(events, CustomerRecord.class), touched);
    for (Statement<?> statement : statements(source)) {
      done = done.compose(before -> rows(connection, statement, events, touched));
    }
    return done.map(touched);
  }

  /** The statement that writes records of one kind. */
  private record Statement<T extends Inbound>(String sql, Class<T> kind, Function<T, Tuple> row) {}

  private static List<Statement<?>> statements(String source) {
    return List.of(
        new Statement<>(RecordStatements.ORDER, OrderRecord.class, RecordStatements::order),
        new Statement<>(
            RecordStatements.SHIPMENT, ShipmentRecord.class, RecordStatements::shipment),
        new Statement<>(RecordStatements.TICKET, TicketRecord.class, RecordStatements::ticket),
        new Statement<>(
            RecordStatements.FEEDBACK, FeedbackRecord.class, RecordStatements::feedback),
        new Statement<>(
            RecordStatements.TOUCHPOINT,
            TouchpointRecord.class,
            step -> RecordStatements.touchpoint(source, step)),
        new Statement<>(PastContactRows.SQL, ContactRecord.class, PastContactRows::row),
        new Statement<>(RecordStatements.NOTICE, NoticeRecord.class, RecordStatements::notice));
  }

  private static <T extends Inbound> Future<Void> rows(
      SqlConnection connection, Statement<T> statement, List<Inbound> events, Set<UUID> touched) {
    return rows(
        connection, statement.sql(), only(events, statement.kind()), statement.row(), touched);
  }

  private Future<Void> customers(
      SqlConnection connection, List<CustomerRecord> customers, Set<UUID> touched) {
    if (customers.isEmpty()) {
      return Future.succeededFuture();
    }
    List<Tuple> handles = new ArrayList<>();
    List<Tuple> members = new ArrayList<>();
    List<Tuple> claims = new ArrayList<>();
    for (CustomerRecord customer : customers) {
      touched.add(customer.id().uuid());
      for (Handle handle : customer.handles()) {
        handles.add(RecordStatements.handle(customer, handle));
        claims.add(
            Tuple.of(RecordStatements.waiting(handle), customer.id().uuid(), utc(customer.at())));
      }
      customer.organizations().forEach(o -> members.add(RecordStatements.membership(customer, o)));
    }
    return rows(
            connection, RecordStatements.CUSTOMER, customers, RecordStatements::customer, touched)
        .compose(x -> batch(connection, RecordStatements.HANDLE, handles))
        .compose(x -> batch(connection, RecordStatements.MEMBERSHIP, members))
        .compose(x -> rows(connection, RECOGNISE, claims, claim -> claim, touched));
  }

  private static Future<Void> batch(SqlConnection connection, String sql, List<Tuple> rows) {
    return rows.isEmpty()
        ? Future.succeededFuture()
        : connection.preparedQuery(sql).executeBatch(rows).mapEmpty();
  }

  private static <T> Future<Void> rows(
      SqlConnection connection,
      String sql,
      List<T> records,
      Function<T, Tuple> row,
      Set<UUID> touched) {
    if (records.isEmpty()) {
      return Future.succeededFuture();
    }
    return connection
        .preparedQuery(sql)
        .executeBatch(records.stream().map(row).collect(Collectors.toList()))
        .onSuccess(results -> collect(results, touched))
        .mapEmpty();
  }

  private static void collect(RowSet<Row> results, Set<UUID> touched) {
    for (RowSet<Row> result = results; result != null; result = result.next()) {
      for (Row row : result) {
        if (row.getUUID(0) != null) {
          touched.add(row.getUUID(0));
        }
      }
    }
  }

  private static <T> List<T> only(List<Inbound> events, Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).collect(Collectors.toList());
  }
}
