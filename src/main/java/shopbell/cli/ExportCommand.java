package shopbell.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shopbell.api.CloudEventBatch;
import shopbell.model.ExternalId;
import shopbell.model.Rejected;
import shopbell.security.AccessEntry;
import shopbell.store.customer.PgPrivacy;
import shopbell.store.security.PgAccessLog;
import shopbell.store.sql.Database;

/** Exports everything about one customer, like the API call of the same name; works while the server runs. */
@Command(
    name = "export",
    description = "Export everything about one customer as JSON, for the customer or to be restored"
        + " by import events. The export is recorded in the access log.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  /** The actor in the access log. */
  static final String ACTOR = "command line";

  @Parameters(
      paramLabel = "CUSTOMER",
      description = "Shopbell's own id, or SYSTEM/ID as the system calls the customer: crm/4711")
  private String customer;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "a new file that only you may read; without it the export goes to stdout")
  private Optional<Path> file = Optional.empty();

  @Mixin
  private ConfigOption config;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    UUID id = id();
    if (file.filter(Files::exists).isPresent()) {
      throw wrong("There is a file " + file.get() + " already.");
    }
    return CommandDatabase.with(config.database(), (vertx, database) -> {
      give(vertx, database, id);
      return 0;
    });
  }

  private void give(Vertx vertx, Database database, UUID id) throws Exception {
    CloudEventBatch batch = new CloudEventBatch();
    AtomicReference<Writer> out = new AtomicReference<>();
    try {
      BlockingWait.on(new PgPrivacy(database)
          .export(
              id,
              events -> ready(database, id, out)
                  .compose(ready -> vertx.executeBlocking(() -> {
                    if (out.get() == null) {
                      out.set(open());
                    }
                    out.get().write(batch.part(events));
                    return null;
                  }))));
      out.get().write(batch.end());
      out.get().flush();
    } finally {
      if (file.isPresent() && out.get() != null) {
        out.get().close();
      }
    }
  }

  /** The access is logged on disk before any data is returned. */
  private static Future<Void> ready(Database database, UUID id, AtomicReference<Writer> out) {
    if (out.get() != null) {
      return Future.succeededFuture();
    }
    PgAccessLog looks = new PgAccessLog(database, () -> {});
    looks.saw(new AccessEntry(
        Instant.now(), ACTOR, AccessEntry.Why.EXPORTED, Optional.of(id), Optional.empty()));
    return looks.flush().mapEmpty();
  }

  private Writer open() throws IOException {
    if (file.isEmpty()) {
      return spec.commandLine().getOut();
    }
    try {
      Path mine = Files.createFile(
          file.get(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return Files.newBufferedWriter(mine);
    } catch (FileAlreadyExistsException e) {
      throw wrong("There is a file " + file.get() + " already.");
    }
  }

  private UUID id() {
    int slash = customer.indexOf('/');
    try {
      return slash < 0
          ? UUID.fromString(customer)
          : new ExternalId(customer.substring(0, slash), customer.substring(slash + 1)).uuid();
    } catch (IllegalArgumentException | Rejected e) {
      throw wrong("CUSTOMER is a UUID or SYSTEM/ID, such as crm/4711.");
    }
  }

  private CommandLine.ParameterException wrong(String text) {
    return new CommandLine.ParameterException(spec.commandLine(), text);
  }
}
