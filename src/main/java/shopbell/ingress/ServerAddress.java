package shopbell.ingress;

import io.vertx.core.http.HttpServerRequest;
import shopbell.config.HttpAddress;
import shopbell.config.PublicAddress;

/**
 * The address at which senders reach this server: {@code http.publicUrl}, or by default the bound address. The
 * {@code Host} header of a request is never used, because any client can set it.
 */
public record ServerAddress(HttpAddress address) {
  /** Whether it does not depend on the interface that receives a request. */
  public boolean certain() {
    return !address.uncertain();
  }

  /** Scheme, host, port and path, without a slash at the end. */
  public String of(HttpServerRequest request) {
    if (certain()) {
      return address.url(request.localAddress().port());
    }
    String host = request.localAddress().hostAddress();
    String named = host.contains(":") ? "[" + host + "]" : host;
    return "http://" + named + ":" + request.localAddress().port();
  }

  /** The whole address of {@code request} with its query; a proxy may have removed the public path. */
  public String whole(HttpServerRequest request) {
    String query = request.query() == null ? "" : "?" + request.query();
    String path = request.path();
    PublicAddress given = address.shown();
    boolean left = !given.path().isEmpty() && path.startsWith(given.path() + "/");
    return (left ? given.origin() : of(request)) + path + query;
  }
}
