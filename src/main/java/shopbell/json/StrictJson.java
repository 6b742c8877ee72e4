package shopbell.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import shopbell.model.Rejected;

/** Parses JSON from outside strictly: no duplicate keys, nothing after the end, UTF-8, bounded depth. */
public final class StrictJson {
  private static final int DEEPEST = 50;

  /** Names, values and brackets: a tree takes some fifty bytes of memory for each, however few it has in the text. */
  private static final long MOST_TOKENS = 500_000;

  /** Decimal places before or after the point: more than a double has, and few enough to write out. */
  private static final int MOST_PLACES = 400;

  private static final ObjectReader READER = new ObjectMapper(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder()
              .maxNestingDepth(DEEPEST)
              .maxTokenCount(MOST_TOKENS)
              .build())
          .build())
      .reader()
      .with(new BoundedNumbers())
      .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private static final String TOO_LONG =
      "The body has a number that is too large or too small: at most " + MOST_PLACES + " places.";

  /**
   * Refuses a number such as 1E+2147483647 before its digits are computed: it is a few bytes here and gigabytes written
   * out.
   */
  private static final class BoundedNumbers extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;

    BoundedNumbers() {
      super(true);
    }

    @Override
    public ValueNode numberNode(BigDecimal number) {
      if (Math.abs((long) number.scale()) > MOST_PLACES || number.precision() > MOST_PLACES) {
        throw malformed(TOO_LONG);
      }
      return super.numberNode(number);
    }
  }

  private StrictJson() {}

  /** The tree; MALFORMED with the place of the error, never with the text around it. */
  public static JsonNode read(byte[] bytes) {
    try {
      return read(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw malformed("The body is not UTF-8.");
    }
  }

  /** The same of a text. */
  public static JsonNode read(String text) {
    try {
      JsonNode tree = READER.readTree(text);
      if (tree == null || tree.isMissingNode()) {
        throw malformed("The body is empty; JSON is expected.");
      }
      return tree;
    } catch (ArithmeticException | NumberFormatException e) {
      throw malformed(TOO_LONG);
    } catch (JsonProcessingException e) {
      // an error about size or depth has no place
      String place =
          e.getLocation() == null ? "" : " near character " + e.getLocation().getCharOffset();
      throw malformed("The body is not JSON" + place
          + ", or a key stands twice, or it is nested too deeply or" + " has too many values.");
    }
  }

  private static Rejected malformed(String detail) {
    return new Rejected(Rejected.Reason.MALFORMED, detail);
  }
}
