package shopbell.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Rejected;
import shopbell.model.Word;
import shopbell.wire.Json;

/** The JSON object of a call, read strictly: every way of being wrong is a {@link Rejected} that names the field. */
final class Body {
  private static final ObjectReader READER =
      Json.MAPPER
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final JsonNode tree;

  private Body(JsonNode tree) {
    this.tree = tree;
  }

  static Body of(RoutingContext ctx) {
    String type = ctx.request().getHeader("Content-Type");
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new Rejected(Rejected.Reason.UNSUPPORTED_TYPE, "Send application/json.");
    }
    try {
      byte[] bytes = ctx.body().buffer() == null ? new byte[0] : ctx.body().buffer().getBytes();
      JsonNode tree = READER.readTree(bytes);
      if (tree == null || !tree.isObject()) {
        throw new Rejected(Rejected.Reason.MALFORMED, "The body is one JSON object.");
      }
      return new Body(tree);
    } catch (JsonProcessingException e) {
      throw new Rejected(
          Rejected.Reason.MALFORMED, "The body is not JSON near byte " + e.getLocation().getByteOffset() + ".");
    } catch (IOException e) {
      throw new Rejected(Rejected.Reason.MALFORMED, "The body is not JSON in UTF-8.");
    }
  }

  /** Required, without blanks around it, 1 to {@code most} characters. */
  String text(String name, int most) {
    return optional(name, most)
        .orElseThrow(() -> Rejected.field("/" + name, "is required: a text of 1 to " + most + " characters"));
  }

  /** Empty when absent, null or blank. */
  Optional<String> optional(String name, int most) {
    JsonNode value = tree.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.asText().length() > most || value.asText().indexOf('\0') >= 0) {
      throw Rejected.field("/" + name, "is a text of at most " + most + " characters");
    }
    return Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
  }

  /** Required as it is, blanks included; for secrets. */
  String secret(String name, int most) {
    JsonNode value = tree.path(name);
    if (!value.isTextual() || value.asText().isEmpty() || value.asText().length() > most) {
      throw Rejected.field("/" + name, "is required: a text of 1 to " + most + " characters");
    }
    return value.asText();
  }

  UUID uuid(String name) {
    return uuid("/" + name, text(name, 100));
  }

  static UUID uuid(String pointer, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Rejected.field(pointer, "is an id of ours, a UUID");
    }
  }

  Instant instant(String name) {
    try {
      return OffsetDateTime.parse(text(name, 40)).toInstant();
    } catch (DateTimeParseException e) {
      throw Rejected.field("/" + name, "is a time such as 2026-01-31T17:00:00Z");
    }
  }

  /** One of an enum's words. */
  <E extends Enum<E> & Word> Optional<E> word(String name, Class<E> type) {
    return optional(name, 100).map(text -> word(name, type, text));
  }

  private static <E extends Enum<E> & Word> E word(String name, Class<E> type, String text) {
    try {
      return Word.of(type, text);
    } catch (Rejected unknown) {
      throw Rejected.field("/" + name, unknown.getMessage());
    }
  }

  /** Absent is an empty list. */
  List<String> texts(String name, int most) {
    JsonNode list = tree.path(name);
    List<String> texts = new ArrayList<>();
    if (list.isMissingNode() || list.isNull()) {
      return texts;
    }
    if (!list.isArray() || list.size() > 100) {
      throw Rejected.field("/" + name, "is a list of at most 100 texts");
    }
    for (JsonNode item : list) {
      if (!item.isTextual() || item.asText().isBlank() || item.asText().length() > most) {
        throw Rejected.field("/" + name + "/" + texts.size(), "is a text of 1 to " + most + " characters");
      }
      texts.add(item.asText().strip());
    }
    return texts;
  }
}
