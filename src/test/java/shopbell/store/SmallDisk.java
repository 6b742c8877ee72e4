package shopbell.store;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shopbell.Waiting;
import shopbell.store.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL with its tables on a disk of {@value #MEGABYTES} MB: a tmpfs in a mount namespace of its own, which
 * needs no privilege and is gone with the server.
 */
public final class SmallDisk implements AutoCloseable {
  private static final int MEGABYTES = 32;
  private static final String MOUNTED = "mount -t tmpfs -o size=" + MEGABYTES
      + "m,mode=700 none \"$1\" && shift && exec unshare --user \"$@\"";

  private final Vertx vertx = Vertx.vertx();
  private final Process server;
  private final String url;
  private final PgConnection owner;

  private SmallDisk(Process server, String url, PgConnection owner) {
    this.server = server;
    this.url = url;
    this.owner = owner;
  }

  /** What this host does not allow although a small disk needs it, in its own words; empty when nothing is missing. */
  public static Optional<String> missing() throws IOException, InterruptedException {
    Path disk = Files.createTempDirectory("shopbell-disk");
    Process tried = new ProcessBuilder(unshared(List.of(disk.toString(), "true")))
        .redirectErrorStream(true)
        .start();
    String said = new String(tried.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = tried.waitFor();
    Files.delete(disk);
    return exit == 0 ? Optional.empty() : Optional.of(said.strip());
  }

  private static List<String> unshared(List<String> words) {
    List<String> line = new ArrayList<>(List.of("unshare", "--user", "--map-root-user", "--mount"));
    line.addAll(List.of("sh", "-c", MOUNTED, "sh"));
    line.addAll(words);
    return line;
  }

  /** With one empty database. */
  public static SmallDisk open() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("shopbell-small");
    String whole;
    try (EmbeddedPostgres made = EmbeddedPostgres.start(folder)) {
      whole = made.url();
    }
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Path home;
    try (var inside = Files.list(folder)) {
      home = inside
          .filter(path -> path.getFileName().toString().matches("postgres-[0-9.]+"))
          .findFirst()
          .orElseThrow();
    }
    String port = PgConnectOptions.fromUri(whole).getPort() + "";
    Process server = new ProcessBuilder(command(disk, home, folder.resolve("pgdata"), port))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("small.log").toFile())
        .start();
    return connected(server, whole, disk);
  }

  private static List<String> command(Path disk, Path home, Path data, String port) {
    return unshared(List.of(
        disk.toString(),
        home.resolve("bin/postgres").toString(),
        "-D",
        data.toString(),
        "-p",
        port,
        "-h",
        "127.0.0.1",
        "-c",
        "unix_socket_directories=",
        "-c",
        "fsync=off"));
  }

  private static SmallDisk connected(Process server, String whole, Path disk) {
    Vertx vertx = Vertx.vertx();
    PgConnectOptions options = PgConnectOptions.fromUri(whole);
    Waiting.until(
        "it answers",
        () -> Waiting.on(PgConnection.connect(vertx, options)
            .compose(PgConnection::close)
            .map(true)
            .otherwise(false)));
    PgConnection admin = Waiting.on(PgConnection.connect(vertx, options));
    Waiting.on(admin.query("create tablespace small location '" + disk + "'").execute());
    Waiting.on(admin.query("create database shop tablespace small").execute());
    Waiting.on(admin.close());
    PgConnection owner = Waiting.on(PgConnection.connect(vertx, options.setDatabase("shop")));
    return new SmallDisk(server, whole.replaceFirst("/[^/]*$", "/shop"), owner);
  }

  /** Where the database is. */
  public String url() {
    return url;
  }

  /** Nothing more fits on the disk. */
  public void fill() {
    Waiting.on(owner
        .query("create table if not exists filler (block text storage plain)")
        .execute());
    String more =
        "insert into filler select repeat(md5(n::text), 200) from generate_series(1, %d) n";
    for (int rows = 1_000; rows > 0; rows /= 10) {
      String some = more.formatted(rows);
      while (Waiting.on(owner.query(some).execute().map(true).otherwise(false))) {
        // until it does not fit
      }
    }
  }

  /** Frees space again. */
  public void free() {
    Waiting.on(owner.query("drop table filler").execute());
  }

  @Override
  public void close() {
    Waiting.on(owner.close());
    server.destroy();
    server.onExit().join();
    Waiting.on(vertx.close());
  }
}
