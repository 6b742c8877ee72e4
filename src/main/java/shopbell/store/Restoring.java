package shopbell.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import shopbell.load.Bulk;

/** Puts back what only an export has: how a handle came to its customer, merges, promises, calls with their course. */
final class Restoring {
  private static final Map<String, String> STATEMENTS = Map.of();

  private Restoring() {}

  static void one(Connection connection, Bulk.Restored restored) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(STATEMENTS.get(restored.type()))) {
      statement.setString(1, restored.data());
      statement.execute();
    }
  }
}
