package shopbell.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import shopbell.json.Json;
import shopbell.json.StrictJson;
import shopbell.model.Rejected;

/** One JSON array of objects, such as an export; a syntax error ends it, because the next row cannot be found. */
final class JsonArrayRows implements Rows {
  private final JsonParser parser;
  private final ImportCount importCount;

  JsonArrayRows(InputStream in, ImportCount importCount) throws IOException {
    this.parser = Json.MAPPER.getFactory().createParser(in);
    this.importCount = importCount;
    parser.nextToken();
  }

  @Override
  public Optional<Row> next() throws IOException {
    try {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.END_ARRAY || token == null) {
        return Optional.empty();
      }
      long line = parser.currentTokenLocation().getLineNr();
      JsonNode tree = parser.readValueAsTree();
      return Optional.of(strict(line, tree.toString()));
    } catch (JsonProcessingException e) {
      throw new IOException(
          "from line " + e.getLocation().getLineNr() + " on it is not JSON", null);
    }
  }

  /** The same rules as for a line of its own. */
  private static Row strict(long line, String raw) {
    try {
      return Row.of(line, raw, StrictJson.read(raw));
    } catch (Rejected broken) {
      return Row.broken(line, raw, broken);
    }
  }

  @Override
  public void skip(long count) throws IOException {
    for (long left = count; left > 0 && next().isPresent(); left--) {}
  }

  @Override
  public long bytes() {
    return importCount.bytes();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
