package shopbell.store.sql;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import shopbell.model.Unavailable;

/** A connection that can COPY, which the Vert.x client cannot (docs/adr/0001); it blocks. */
public final class JdbcConnections {
  private JdbcConnections() {}

  /** Connects to {@code postgresql://user:password@host:port/name}. */
  public static Connection open(String url) {
    URI uri = URI.create(url);
    String[] user = (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
    Properties properties = new Properties();
    properties.setProperty("user", decoded(user[0]));
    properties.setProperty("password", user.length > 1 ? decoded(user[1]) : "");
    properties.setProperty("ApplicationName", "shopbell import");
    int port = uri.getPort() < 0 ? 5432 : uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    try {
      return DriverManager.getConnection(
          "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query, properties);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The server's message may quote a row, so only its code is reported. */
  public static RuntimeException failed(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return state.matches("(08|53|57).*") || state.isEmpty()
        ? new Unavailable("the database is away", e)
        : new IllegalStateException("the database refused a batch, SQLSTATE " + state, null);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
