package shopbell.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Steps of visitors as browsers send them to the tracking API, in batches; the same visitors each time. */
public final class VisitLoad {
  /** Events of one body. */
  public static final int IN_BATCH = 100;

  private static final int VISITORS = 20_000;

  private final Random random = new Random(7);

  /** {@code events} in all, {@value #IN_BATCH} in each body; {@code mark} makes their ids differ from others. */
  public List<byte[]> bodies(String mark, int events) {
    List<byte[]> bodies = new ArrayList<>();
    for (int first = 0; first < events; first += IN_BATCH) {
      StringBuilder body = new StringBuilder("{\"batch\":[");
      for (int i = first; i < first + IN_BATCH; i++) {
        body.append(i == first ? "" : ",").append(event(mark + "-" + i));
      }
      String sentAt = Instant.now().toString();
      bodies.add(body.append("],\"sentAt\":\"" + sentAt + "\"}")
          .toString()
          .getBytes(StandardCharsets.UTF_8));
    }
    return bodies;
  }

  /** As large as those of the browser clients; three of ten visitors are signed in. */
  private String event(String id) {
    int visitor = random.nextInt(VISITORS);
    String who = visitor % 10 < 3 ? "\"userId\":\"u-" + visitor + "\"," : "";
    return """
        {"type":"%s","event":"Product Viewed","messageId":"%s","anonymousId":"c-%d",%s"timestamp":"%s","properties":\
        {"path":"/p/%d","title":"Product %d","sku":"SKU-%d","price":19.9,"currency":"EUR","referrer":"https://www.example.test/"},\
        "context":{"page":{"path":"/p/%d","title":"Product %d","url":"https://shop.example.test/p/%d"},"locale":"de-DE",\
        "userAgent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",\
        "library":{"name":"analytics.js","version":"next-1.84.3"},"timezone":"Europe/Berlin"},"integrations":{}}""".formatted(
            random.nextInt(10) < 6 ? "page" : "track",
            id,
            visitor,
            who,
            Instant.now(),
            visitor,
            visitor,
            visitor,
            visitor,
            visitor,
            visitor);
  }
}
