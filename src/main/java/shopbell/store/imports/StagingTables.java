package shopbell.store.imports;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shopbell.model.Handle;
import shopbell.model.event.ContactRecord;
import shopbell.model.event.CustomerRecord;
import shopbell.model.event.FeedbackRecord;
import shopbell.model.event.Inbound;
import shopbell.model.event.OrderRecord;
import shopbell.model.event.ShipmentRecord;
import shopbell.model.event.TicketRecord;
import shopbell.model.event.TouchpointRecord;
import shopbell.store.records.PastContactRows;
import shopbell.store.records.RecordStatements;

/** All staging tables, and the rows that each record adds to them. */
final class StagingTables {
  private static final StagingTable CUSTOMER = StagingTable.of(
      "stage_customer",
      RecordStatements.CUSTOMER,
      "uuid text text text text date text text text text text timestamptz text",
      "c1",
      "c12 desc, n desc");
  private static final StagingTable HANDLE = StagingTable.of(
      "stage_handle",
      RecordStatements.HANDLE,
      "text text uuid text boolean boolean boolean timestamptz",
      "c1, c2, c3",
      "c5 desc, n desc");
  private static final StagingTable MEMBERSHIP = StagingTable.of(
      "stage_membership", RecordStatements.MEMBERSHIP, "uuid uuid text", "c1, c2, c3", "n");
  private static final StagingTable ORDER = StagingTable.of(
      "stage_order",
      RecordStatements.ORDER,
      "uuid uuid text text text timestamptz numeric text numeric text text text timestamptz",
      "c1",
      "c13 desc, n desc");
  private static final StagingTable SHIPMENT = StagingTable.of(
      "stage_shipment",
      RecordStatements.SHIPMENT,
      "uuid uuid text text timestamptz timestamptz timestamptz text text text text timestamptz",
      "c1",
      "c12 desc, n desc");
  private static final StagingTable TICKET = StagingTable.of(
      "stage_ticket",
      RecordStatements.TICKET,
      "uuid uuid text text text text text text timestamptz timestamptz timestamptz timestamptz text text",
      "c1",
      "c10 desc, n desc");
  private static final StagingTable FEEDBACK = StagingTable.of(
      "stage_feedback",
      RecordStatements.FEEDBACK,
      "uuid uuid text text text int text text timestamptz",
      "c1",
      "n");
  private static final StagingTable TOUCHPOINT = StagingTable.of(
      "stage_touchpoint",
      RecordStatements.TOUCHPOINT,
      "uuid uuid text timestamptz text text text text text",
      "c1, c4",
      "n");
  private static final StagingTable CONTACT = StagingTable.of(
      "stage_contact",
      PastContactRows.SQL,
      "uuid timestamptz uuid text text text text text[] timestamptz text text text text text text text",
      "c1, c2",
      "n desc");

  /** Customers first, because facts look up their handles. */
  static final List<StagingTable> ALL =
      List.of(CUSTOMER, HANDLE, MEMBERSHIP, ORDER, SHIPMENT, TICKET, FEEDBACK, TOUCHPOINT, CONTACT);

  private StagingTables() {}

  /** The rows of every non-empty stage, in the order they must be merged. */
  static Map<StagingTable, List<Tuple>> rows(Map<String, List<Inbound>> records) {
    Map<StagingTable, List<Tuple>> rows = new LinkedHashMap<>();
    ALL.forEach(stagingTable -> rows.put(stagingTable, new ArrayList<>()));
    new TreeMap<>(records).forEach((source, some) -> some.forEach(one -> add(rows, source, one)));
    rows.values().removeIf(List::isEmpty);
    return rows;
  }

  private static void add(Map<StagingTable, List<Tuple>> rows, String source, Inbound record) {
    if (record instanceof CustomerRecord customer) {
      customer(rows, customer);
    } else if (record instanceof OrderRecord order) {
      rows.get(ORDER).add(RecordStatements.order(order));
    } else if (record instanceof ShipmentRecord shipment) {
      rows.get(SHIPMENT).add(RecordStatements.shipment(shipment));
    } else if (record instanceof TicketRecord ticket) {
      rows.get(TICKET).add(RecordStatements.ticket(ticket));
    } else if (record instanceof FeedbackRecord feedback) {
      rows.get(FEEDBACK).add(RecordStatements.feedback(feedback));
    } else if (record instanceof TouchpointRecord touchpoint) {
      rows.get(TOUCHPOINT).add(RecordStatements.touchpoint(source, touchpoint));
    } else if (record instanceof ContactRecord contact) {
      rows.get(CONTACT).add(PastContactRows.row(contact));
    } else {
      throw new IllegalStateException("no stage for " + record.getClass().getSimpleName());
    }
  }

  private static void customer(Map<StagingTable, List<Tuple>> rows, CustomerRecord customer) {
    rows.get(CUSTOMER).add(RecordStatements.customer(customer));
    for (Handle handle : customer.handles()) {
      rows.get(HANDLE).add(RecordStatements.handle(customer, handle));
    }
    customer
        .organizations()
        .forEach(o -> rows.get(MEMBERSHIP).add(RecordStatements.membership(customer, o)));
  }
}
