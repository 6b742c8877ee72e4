package shopbell.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Parses instants with {@link Rfc3339}: a card has many of them, and the default parser takes as long for one as for
 * ten words.
 */
final class InstantReader extends StdScalarDeserializer<Instant> {
  private static final long serialVersionUID = 1L;

  InstantReader() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String text = parser.getText();
    try {
      return Rfc3339.read(text);
    } catch (DateTimeException none) {
      return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a time");
    }
  }
}
