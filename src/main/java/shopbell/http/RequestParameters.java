package shopbell.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.json.JsonFields;
import shopbell.model.Rejected;

/** What stands in the address of a call; SENSELESS by name when it cannot be meant. */
public final class RequestParameters {
  private static final int LONGEST = 200;

  private RequestParameters() {}

  /** The {@code :id} of the path. */
  public static UUID id(RoutingContext ctx) {
    return JsonFields.uuid("/id", ctx.pathParam("id"));
  }

  /** Given at most once, at most 200 characters; blank is as good as none. */
  public static Optional<String> parameter(RoutingContext ctx, String name) {
    List<String> values = ctx.queryParam(name);
    if (values.size() > 1
        || values.stream().anyMatch(v -> v.length() > LONGEST || v.indexOf('\0') >= 0)) {
      throw Rejected.field("/" + name, "is given once, with at most " + LONGEST + " characters");
    }
    return values.stream().map(String::strip).filter(text -> !text.isEmpty()).findFirst();
  }
}
