package shopbell.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import shopbell.model.card.Card;
import shopbell.model.customer.Customer;
import shopbell.model.customer.CustomerValue;
import shopbell.model.decision.LocalText;

/**
 * Converts records of the model to and from JSON: ISO instants, an empty Optional is null, enums are their contract
 * words.
 */
public final class Json {
  public static final ObjectMapper MAPPER = JsonMapper.builder()
      .addModule(new JavaTimeModule())
      .addModule(new Jdk8Module())
      .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantReader()))
      .addMixIn(Card.class, FlatCard.class)
      .addMixIn(Customer.class, FlatCustomer.class)
      .addMixIn(LocalText.class, BothLanguages.class)
      .addMixIn(CustomerValue.class, FlatValue.class)
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
      .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
      .build();

  private Json() {}

  /** {@code value} as compact JSON. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a " + value.getClass().getSimpleName() + " cannot be written as JSON", e);
    }
  }

  /** An object of texts; the mapper's result is equal, at twice the cost. */
  public static String texts(Map<String, String> values) {
    StringBuilder json = new StringBuilder(256).append('{');
    values.forEach((key, value) -> {
      quoted(json.append(json.length() > 1 ? "," : ""), key);
      quoted(json.append(':'), value);
    });
    return json.append('}').toString();
  }

  private static void quoted(StringBuilder json, String text) {
    json.append('"');
    if (plain(text)) {
      json.append(text);
    } else {
      JsonStringEncoder.getInstance().quoteAsString(text, json);
    }
    json.append('"');
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  /** A record of {@code type}, written by us before; a failure is a bug of ours. */
  public static <T> T read(String json, Class<T> type) {
    return read(() -> MAPPER.readValue(json, type), type);
  }

  /** The same of an array of them. */
  public static <T> List<T> readAll(String json, Class<T> type) {
    return read(() -> MAPPER.readerForListOf(type).readValue(json), type);
  }

  private interface Document<T> {
    T read() throws JsonProcessingException;
  }

  private static <T> T read(Document<T> document, Class<?> type) {
    try {
      return document.read();
    } catch (JsonProcessingException e) {
      // the exception's own text quotes the document, which may be personal
      throw new IllegalStateException(
          "what was stored is not a " + type.getSimpleName() + " ("
              + e.getLocation().offsetDescription() + ")",
          null);
    }
  }
}
