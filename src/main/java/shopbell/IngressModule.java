package shopbell;

import io.vertx.ext.web.Router;
import java.util.Map;
import java.util.TreeMap;
import shopbell.api.AuditRecorder;
import shopbell.api.admin.DoorApi;
import shopbell.api.admin.OrderStatusApi;
import shopbell.events.Topic;
import shopbell.http.HttpRoutes;
import shopbell.ingress.Door;
import shopbell.ingress.DoorKeyCheck;
import shopbell.ingress.DoorOriginCheck;
import shopbell.ingress.DoorOverview;
import shopbell.ingress.EventIntake;
import shopbell.ingress.EventReceiver;
import shopbell.ingress.ReceiveEventHandler;
import shopbell.ingress.RequestLog;
import shopbell.ingress.ServerAddress;
import shopbell.ingress.VendorSocket;
import shopbell.ingress.VerifyDoorHandler;
import shopbell.store.sql.Notifications;

/** The doors: the handlers for machines, and their overview for administrators. */
record IngressModule(
    Foundation base, EventReceiver receiver, OrderStatusApi statuses, AuditRecorder audit)
    implements Module {
  static IngressModule of(
      Foundation base, EventIntake intake, OrderStatusApi statuses, AuditRecorder audit) {
    Configuration given = base.configuration();
    given.requests().onChange(base.changed(Topic.DOORS));
    given.connectors().onChange(base.changed(Topic.CONNECTORS));
    EventReceiver receiver = new EventReceiver(
        base.vertx(), intake, given.requests(), base.meters(), given.doors().size());
    return new IngressModule(base, receiver, statuses, audit);
  }

  /** The address at which senders reach the doors. */
  ServerAddress address() {
    return new ServerAddress(base.configuration().ports().agents());
  }

  /** Payloads in memory are forgotten when a customer is erased, at whichever node that was asked. */
  void forgetErased(Notifications notifications) {
    RequestLog log = base.configuration().requests();
    notifications.on(Notifications.ERASED, log::forgetAll, erased -> log.forgetAll());
  }

  /** The handlers at the doors' addresses. */
  HttpRoutes.Doors routes() {
    Map<String, Door> doors = base.configuration().doors();
    DoorKeyCheck keys = new DoorKeyCheck(base.keys());
    ReceiveEventHandler receive =
        new ReceiveEventHandler(doors, keys, receiver, address(), base.clock());
    Map<String, String> paths = new TreeMap<>();
    doors.forEach(
        (name, door) -> door.access().path().ifPresent(path -> paths.put(path, "/in/" + name)));
    VendorSocket sockets = new VendorSocket(keys, receiver, base.clock());
    return new HttpRoutes.Doors(
        new DoorOriginCheck(doors),
        receive,
        new VerifyDoorHandler(doors, receiver, sockets, receive),
        paths);
  }

  @Override
  public void mount(Router api) {
    Configuration given = base.configuration();
    DoorOverview overview = new DoorOverview(
        new DoorOverview.OverviewParts(
            given.doors(), given.connectors(), given.requests(), receiver),
        base.ignored(),
        base.clock());
    statuses.mount(api);
    new DoorApi(overview, statuses, base.accessLogger(), audit).mount(api);
  }
}
