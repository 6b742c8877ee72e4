package shopbell.ingress;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Converts a GET's parameters to a form. */
final class QueryForm {
  private static final String KEY = "key";

  private QueryForm() {}

  /** The door's key among the parameters. */
  static Optional<String> key(HttpServerRequest request) {
    return Optional.ofNullable(request.query())
        .flatMap(query -> FormFields.decoded(query).texts(KEY).stream().findFirst());
  }

  /** The request as its sender signs it: an address, and a form without fields. */
  static DoorRequest signed(DoorRequest sent) {
    return form(sent, sent.url(), "");
  }

  /** The request for the door's adapter, without the door's key. */
  static DoorRequest read(DoorRequest sent) {
    String url =
        sent.url().replaceAll("(?<=[?&])" + KEY + "=[^&]*&?", "").replaceFirst("[?&]$", "");
    int mark = url.indexOf('?');
    return form(sent, url, mark < 0 ? "" : url.substring(mark + 1));
  }

  private static DoorRequest form(DoorRequest sent, String url, String body) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap()
        .addAll(sent.headers())
        .set("Content-Type", "application/x-www-form-urlencoded");
    return new DoorRequest(url, headers, Buffer.buffer(body), sent.receivedAt());
  }
}
