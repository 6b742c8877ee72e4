package shopbell.ingress;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import shopbell.config.InvalidConfiguration;

/** The response to a sender that can only GET an address, once its event is stored. */
public enum GetReply {
  /** An image of one transparent pixel. */
  PIXEL,
  /** 204. */
  EMPTY,
  /** 200 without a body. */
  OK,
  /** The same response as to a POST. */
  POST;

  private static final Buffer GIF = Buffer.buffer(
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"));

  static GetReply of(String key, String word) {
    return Arrays.stream(values())
        .filter(answer -> answer.toString().equals(word))
        .findFirst()
        .orElseThrow(() -> new InvalidConfiguration(key + " is one of "
            + Arrays.stream(values()).map(GetReply::toString).collect(Collectors.joining(", "))));
  }

  /** {@code usual} is the response to a POST. */
  DoorReply reply(DoorReply usual) {
    return switch (this) {
      case PIXEL -> new DoorReply(200, "image/gif", "");
      case EMPTY -> new DoorReply(204, "", "");
      case OK -> new DoorReply(200, "", "");
      case POST -> usual;
    };
  }

  /** The body of {@link #reply}. */
  Buffer body(DoorReply doorReply) {
    return this == PIXEL ? GIF : Buffer.buffer(doorReply.body());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
