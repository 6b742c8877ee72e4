package shopbell.ingress;

import java.time.Instant;
import java.util.List;
import shopbell.model.Rejected;
import shopbell.model.event.Inbound;

/** Parses the format of a vendor that connects with a WebSocket and sends all events on it. Thread-safe. */
public interface SocketAdapter extends EventAdapter {
  /** Of the WebSocket, in small letters. */
  String protocol();

  /** The frames to send once the socket is open. */
  List<String> greeting();

  /** The events of one text frame; none for an unreadable one. */
  List<Inbound> heard(String frame, Instant now);

  @Override
  default ParsedRequest read(DoorRequest request) {
    throw new Rejected(
        Rejected.Reason.UNSUPPORTED_TYPE, "This door is a WebSocket: " + protocol() + ".");
  }
}
