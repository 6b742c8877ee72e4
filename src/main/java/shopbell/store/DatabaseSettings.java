package shopbell.store;

import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;

/**
 * The configuration of the database.
 *
 * @param url {@code embedded:FOLDER} or an address of PostgreSQL; it may contain a password
 */
public record DatabaseSettings(String url) {
  public DatabaseSettings {
    if (!url.matches("embedded:.+|postgres(ql)?://.+")) {
      throw new InvalidConfiguration("database.url is embedded:FOLDER, such as embedded:./data, or"
          + " postgresql://user:password@host:port/name");
    }
  }

  /** The key {@code database.url}. */
  public static DatabaseSettings of(Settings settings) {
    return new DatabaseSettings(settings.text("database.url"));
  }

  /** Hides the password. */
  @Override
  public String toString() {
    return "database.url";
  }
}
