package shopbell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import shopbell.model.Rejected;

/**
 * One row of a file: its content, or why it cannot be read.
 *
 * @param line where it begins, counted from 1
 * @param raw its text in the file; cut short when it is far too long
 */
record Row(long line, String raw, Optional<JsonNode> tree, Optional<Rejected> broken) {
  static Row of(long line, String raw, JsonNode tree) {
    return new Row(line, raw, Optional.of(tree), Optional.empty());
  }

  /** Keeps what is needed to report it. */
  Row withoutTree() {
    return new Row(line, raw, Optional.empty(), broken);
  }

  static Row broken(long line, String raw, Rejected why) {
    return new Row(line, raw, Optional.empty(), Optional.of(why));
  }
}
