package shopbell.ingress;

import io.vertx.core.http.HttpServerRequest;
import shopbell.config.PublicAddress;
import shopbell.config.Settings;

/**
 * The address at which senders reach this server: {@code http.publicUrl}, or by default the bound address. The
 * {@code Host} header of a request is never used, because any client can set it.
 */
public final class ServerAddress {
  private final PublicAddress given;
  private final String bound;
  private final boolean everywhere;

  public ServerAddress(Settings settings) {
    given = settings.publicAddress();
    bound = settings.text("http.host");
    everywhere = settings.everywhere();
  }

  /** Whether it does not depend on the interface that receives a request. */
  public boolean certain() {
    return !given.origin().isEmpty() || !everywhere;
  }

  /** Scheme, host, port and path, without a slash at the end. */
  public String of(HttpServerRequest request) {
    if (!given.origin().isEmpty()) {
      return given.url();
    }
    String host = everywhere ? request.localAddress().hostAddress() : bound;
    String named = host.contains(":") ? "[" + host + "]" : host;
    return "http://" + named + ":" + request.localAddress().port();
  }

  /** The whole address of {@code request} with its query; a proxy may have removed the public path. */
  public String whole(HttpServerRequest request) {
    String query = request.query() == null ? "" : "?" + request.query();
    String path = request.path();
    boolean left = !given.path().isEmpty() && path.startsWith(given.path() + "/");
    return (left ? given.origin() : of(request)) + path + query;
  }
}
