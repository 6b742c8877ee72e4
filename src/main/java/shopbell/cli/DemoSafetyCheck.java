package shopbell.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import shopbell.config.HttpAddress;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;
import shopbell.demo.Demo;
import shopbell.store.DatabaseLifecycle;
import shopbell.store.DatabaseSettings;
import shopbell.store.security.PgDemoUsers;

/** Allows the demo only on this machine, and on a database without other data, unless the operator overrides it. */
final class DemoSafetyCheck {
  private static final String EMBEDDED = "embedded:";

  @Option(
      names = "--allow-foreign-database",
      description = "write invented customers and users into a database that is not the demo's own")
  private boolean foreignDatabase;

  @Option(
      names = "--allow-public-host",
      description =
          "accept other machines; their users can sign in with the demo's public password")
  private boolean publicHost;

  /** InvalidConfiguration that names the flag; nothing has been written by then. */
  void check(Settings settings) throws Exception {
    if (!HttpAddress.of(settings).listen().loopback() && !publicHost) {
      throw new InvalidConfiguration(
          "http.host: the demo's password is public, so it is reached from this machine"
              + " alone. Leave http.host out, or say --allow-public-host");
    }
    String url = DatabaseSettings.of(settings).url();
    if (!foreignDatabase && !url.equals(Demo.settings().get("database.url")) && !free(url)) {
      throw new InvalidConfiguration(
          "database.url: other data than the demo's are in this database, and the demo would add invented"
              + " customers and users. Name an empty one, or say --allow-foreign-database");
    }
  }

  private static boolean free(String url) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      return BlockingWait.on(
          url.startsWith(EMBEDDED) ? embedded(vertx, url) : PgDemoUsers.free(vertx, url));
    } finally {
      BlockingWait.on(vertx.close());
    }
  }

  private static Future<Boolean> embedded(Vertx vertx, String url) {
    if (!Files.exists(Path.of(url.substring(EMBEDDED.length())))) {
      return Future.succeededFuture(true);
    }
    return DatabaseLifecycle.join(vertx, url)
        .compose(store -> new PgDemoUsers(store.database()).free().eventually(store::close));
  }
}
