package shopbell;

import io.vertx.ext.web.Router;
import shopbell.api.AccessLogger;
import shopbell.api.AuditRecorder;
import shopbell.api.admin.AuditApi;
import shopbell.api.admin.DoorApi;
import shopbell.api.admin.OrderStatusApi;
import shopbell.api.admin.SourceApi;
import shopbell.api.admin.WebhookApi;
import shopbell.ingress.DoorOverview;
import shopbell.sources.SourceAdministration;
import shopbell.webhook.DeadLetters;

/** The connections to other systems as administrators see and change them: what comes in, is asked and is told. */
record AdminModule(
    DoorOverview doorway, SourceAdministration systems, DeadLetters letters, OrderModule orders, AccessLogger looks) {
  /** Behind the gate. */
  void mount(Router api, AuditRecorder audit) {
    new AuditApi(audit).mount(api);
    OrderStatusApi statuses = new OrderStatusApi(orders.statuses());
    statuses.mount(api);
    new DoorApi(doorway, statuses, looks, audit).mount(api);
    new SourceApi(systems, looks).mount(api);
    new WebhookApi(letters).mount(api);
  }
}
