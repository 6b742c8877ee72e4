package shopbell.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.json.JsonFields;
import shopbell.model.Rejected;

/** Parses the path and query parameters of a call; SENSELESS by name for an invalid one. */
public final class RequestParameters {
  private static final int LONGEST = 200;

  private RequestParameters() {}

  /** The {@code :id} of the path. */
  public static UUID id(RoutingContext ctx) {
    return JsonFields.uuid("/id", ctx.pathParam("id"));
  }

  /** At most one value of at most 200 characters; a blank one counts as absent. */
  public static Optional<String> parameter(RoutingContext ctx, String name) {
    List<String> values = ctx.queryParam(name);
    if (values.size() > 1
        || values.stream().anyMatch(v -> v.length() > LONGEST || v.indexOf('\0') >= 0)) {
      throw Rejected.field("/" + name, "is given once, with at most " + LONGEST + " characters");
    }
    return values.stream().map(String::strip).filter(text -> !text.isEmpty()).findFirst();
  }
}
