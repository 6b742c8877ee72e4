package shopbell.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import shopbell.json.JsonFields;
import shopbell.json.StrictJson;
import shopbell.model.Rejected;

/** Parses the JSON body of a call. */
public final class RequestBody {
  private RequestBody() {}

  /** UNSUPPORTED_TYPE for anything else than JSON, MALFORMED for a body that is no object. */
  public static JsonFields of(RoutingContext ctx) {
    return JsonFields.of(tree(ctx), "");
  }

  /** The body as any JSON value. */
  public static JsonNode tree(RoutingContext ctx) {
    String type = ctx.request().getHeader("Content-Type");
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new Rejected(Rejected.Reason.UNSUPPORTED_TYPE, "Send application/json.");
    }
    byte[] bytes =
        ctx.body().buffer() == null ? new byte[0] : ctx.body().buffer().getBytes();
    return StrictJson.read(bytes);
  }
}
