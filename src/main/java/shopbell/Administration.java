package shopbell;

import io.vertx.ext.web.Router;
import shopbell.api.AuditCalls;
import shopbell.api.AuditTrail;
import shopbell.api.DeadLetters;
import shopbell.api.DeliveryCalls;
import shopbell.api.DoorCalls;
import shopbell.api.LookLog;
import shopbell.api.OrderCalls;
import shopbell.api.SourceCalls;
import shopbell.api.Systems;

/** The connections to other systems as administrators see and change them: what comes in, is asked and is told. */
record Administration(
    Doorway doorway, Systems systems, DeadLetters letters, OrderBook orders, LookLog looks) {
  /** Behind the gate. */
  void mount(Router api, AuditTrail audit) {
    new AuditCalls(audit).mount(api);
    OrderCalls statuses = new OrderCalls(orders.statuses());
    statuses.mount(api);
    new DoorCalls(doorway, statuses, looks, audit).mount(api);
    new SourceCalls(systems, looks).mount(api);
    new DeliveryCalls(letters).mount(api);
  }
}
