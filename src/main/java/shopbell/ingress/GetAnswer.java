package shopbell.ingress;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import shopbell.config.BadSettings;

/** What a sender that can only GET an address hears once its event is kept. */
public enum GetAnswer {
  /** An image of one transparent pixel. */
  PIXEL,
  /** 204. */
  EMPTY,
  /** 200 without a body. */
  OK,
  /** What a POST hears. */
  POST;

  private static final Buffer GIF = Buffer.buffer(
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"));

  static GetAnswer of(String key, String word) {
    return Arrays.stream(values())
        .filter(answer -> answer.toString().equals(word))
        .findFirst()
        .orElseThrow(() -> new BadSettings(key + " is one of "
            + Arrays.stream(values()).map(GetAnswer::toString).collect(Collectors.joining(", "))));
  }

  /** {@code usual} is what a POST hears. */
  Reply reply(Reply usual) {
    return switch (this) {
      case PIXEL -> new Reply(200, "image/gif", "");
      case EMPTY -> new Reply(204, "", "");
      case OK -> new Reply(200, "", "");
      case POST -> usual;
    };
  }

  /** The body of {@link #reply}. */
  Buffer body(Reply reply) {
    return this == PIXEL ? GIF : Buffer.buffer(reply.body());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
