package shopbell.store;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shopbell.model.ContactRecord;
import shopbell.model.CustomerRecord;
import shopbell.model.FeedbackRecord;
import shopbell.model.Handle;
import shopbell.model.Inbound;
import shopbell.model.OrderRecord;
import shopbell.model.ShipmentRecord;
import shopbell.model.TicketRecord;
import shopbell.model.TouchpointRecord;

/** Every stage there is, and which rows a record is in which of them. */
final class Stages {
  private static final Stage CUSTOMER = Stage.of(
      "stage_customer",
      Facts.CUSTOMER,
      "uuid text text text text date text text text text text timestamptz",
      "c1",
      "c12 desc, n desc");
  private static final Stage HANDLE = Stage.of(
      "stage_handle",
      Facts.HANDLE,
      "text text uuid text boolean boolean boolean timestamptz",
      "c1, c2, c3",
      "c5 desc, n desc");
  private static final Stage MEMBERSHIP =
      Stage.of("stage_membership", Facts.MEMBERSHIP, "uuid uuid text", "c1, c2, c3", "n");
  private static final Stage ORDER = Stage.of(
      "stage_order",
      Facts.ORDER,
      "uuid uuid text text text timestamptz numeric text numeric text text text timestamptz",
      "c1",
      "c13 desc, n desc");
  private static final Stage SHIPMENT = Stage.of(
      "stage_shipment",
      Facts.SHIPMENT,
      "uuid uuid text text timestamptz timestamptz timestamptz text text text text timestamptz",
      "c1",
      "c12 desc, n desc");
  private static final Stage TICKET = Stage.of(
      "stage_ticket",
      Facts.TICKET,
      "uuid uuid text text text text text text timestamptz timestamptz timestamptz timestamptz text text",
      "c1",
      "c10 desc, n desc");
  private static final Stage FEEDBACK = Stage.of(
      "stage_feedback",
      Facts.FEEDBACK,
      "uuid uuid text text text int text text timestamptz",
      "c1",
      "n");
  private static final Stage TOUCHPOINT = Stage.of(
      "stage_touchpoint",
      Facts.TOUCHPOINT,
      "uuid uuid text timestamptz text text text text text",
      "c1, c4",
      "n");
  private static final Stage CONTACT = Stage.of(
      "stage_contact",
      Contacts.SQL,
      "uuid timestamptz uuid text text text text text[] timestamptz text text text text text text text",
      "c1, c2",
      "n desc");

  /** Customers first, as facts look for their handles. */
  static final List<Stage> ALL =
      List.of(CUSTOMER, HANDLE, MEMBERSHIP, ORDER, SHIPMENT, TICKET, FEEDBACK, TOUCHPOINT, CONTACT);

  private Stages() {}

  /** The rows of every stage that has some, in the order they must be merged. */
  static Map<Stage, List<Tuple>> rows(Map<String, List<Inbound>> records) {
    Map<Stage, List<Tuple>> rows = new LinkedHashMap<>();
    ALL.forEach(stage -> rows.put(stage, new ArrayList<>()));
    new TreeMap<>(records).forEach((source, some) -> some.forEach(one -> add(rows, source, one)));
    rows.values().removeIf(List::isEmpty);
    return rows;
  }

  private static void add(Map<Stage, List<Tuple>> rows, String source, Inbound record) {
    if (record instanceof CustomerRecord customer) {
      customer(rows, customer);
    } else if (record instanceof OrderRecord order) {
      rows.get(ORDER).add(Facts.order(order));
    } else if (record instanceof ShipmentRecord shipment) {
      rows.get(SHIPMENT).add(Facts.shipment(shipment));
    } else if (record instanceof TicketRecord ticket) {
      rows.get(TICKET).add(Facts.ticket(ticket));
    } else if (record instanceof FeedbackRecord feedback) {
      rows.get(FEEDBACK).add(Facts.feedback(feedback));
    } else if (record instanceof TouchpointRecord touchpoint) {
      rows.get(TOUCHPOINT).add(Facts.touchpoint(source, touchpoint));
    } else if (record instanceof ContactRecord contact) {
      rows.get(CONTACT).add(Contacts.row(contact));
    } else {
      throw new IllegalStateException("no stage for " + record.getClass().getSimpleName());
    }
  }

  private static void customer(Map<Stage, List<Tuple>> rows, CustomerRecord customer) {
    rows.get(CUSTOMER).add(Facts.customer(customer));
    for (Handle handle : customer.handles()) {
      rows.get(HANDLE).add(Facts.handle(customer, handle));
    }
    customer.organizations().forEach(o -> rows.get(MEMBERSHIP).add(Facts.membership(customer, o)));
  }
}
