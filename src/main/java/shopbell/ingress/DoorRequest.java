package shopbell.ingress;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One request at a door, whole; {@code url} is absolute and as its sender sees it. */
public record DoorRequest(String url, MultiMap headers, Buffer body, Instant receivedAt) {
  /** A header's value. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** The media type in small letters, without its parameters; empty when none was sent. */
  public String mediaType() {
    return header("Content-Type")
        .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }
}
