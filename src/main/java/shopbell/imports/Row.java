package shopbell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import shopbell.model.Rejected;

/**
 * One row of a file: what stands in it, or why it cannot be read.
 *
 * @param line where it begins, counted from 1
 * @param raw as it stands in the file; cut short when it is far too long
 */
record Row(long line, String raw, Optional<JsonNode> tree, Optional<Rejected> broken) {
  static Row of(long line, String raw, JsonNode tree) {
    return new Row(line, raw, Optional.of(tree), Optional.empty());
  }

  /** All that is needed to say where and what it was. */
  Row withoutTree() {
    return new Row(line, raw, Optional.empty(), broken);
  }

  static Row broken(long line, String raw, Rejected why) {
    return new Row(line, raw, Optional.empty(), Optional.of(why));
  }
}
