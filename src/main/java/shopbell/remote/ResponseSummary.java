package shopbell.remote;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/**
 * A response without its content.
 *
 * @param type its media type as the system names it, empty when it names none
 * @param bytes of the body
 * @param beginning its first characters with x for each letter and 0 for each digit
 */
public record ResponseSummary(int status, String type, int bytes, String beginning) {
  private static final int MOST = 120;
  private static final int LONGEST_TYPE = 100;

  static ResponseSummary of(HttpExchange.HttpAnswer httpAnswer) {
    Buffer body = httpAnswer.body();
    // a character has up to four bytes, and the last one may be cut
    String start =
        body.getString(0, Math.min(body.length(), MOST * 4), StandardCharsets.UTF_8.name());
    String shown = start.substring(
        0, start.offsetByCodePoints(0, Math.min(MOST, start.codePointCount(0, start.length()))));
    return new ResponseSummary(
        httpAnswer.status(),
        httpAnswer.type().substring(0, Math.min(LONGEST_TYPE, httpAnswer.type().length())),
        body.length(),
        shown
            .replaceAll("\\p{L}", "x")
            .replaceAll("\\p{N}", "0")
            .replaceAll("\\s+", " ")
            .replaceAll("[\\p{Cntrl}\uFFFD]", "?"));
  }
}
