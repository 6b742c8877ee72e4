package shopbell.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A private PostgreSQL in one folder, owned by at most one process: for trying out and single nodes.
 *
 * <p>A server left behind by a killed owner is stopped cleanly and started anew. Every method blocks.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String USER = "shopbell";

  private final Path data;
  private final FileLock owner;
  private final String url;

  private EmbeddedPostgres(Path data, FileLock owner, String url) {
    this.data = data;
    this.owner = owner;
    this.url = url;
  }

  /**
   * Starts the server of {@code dir}, made anew when the folder is empty; takes 2 to 5 seconds the first time.
   *
   * @throws IOException in words an operator understands, also when another process owns the folder
   */
  public static EmbeddedPostgres start(Path dir) throws IOException {
    Path folder = Files.createDirectories(dir.toAbsolutePath().normalize());
    FileLock owner = own(folder);
    Path home = Binaries.in(folder);
    Path data = folder.resolve("pgdata");
    try {
      String password = create(home, data, folder);
      Optional<Postmaster> orphan = Postmaster.on(data);
      if (orphan.isPresent()) {
        orphan.get().stop();
      }
      int port = launch(home, data, folder);
      return new EmbeddedPostgres(data, owner, url(port, password));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the embedded PostgreSQL started", e);
    }
  }

  /** Whether another process, alive just now, has started the server of {@code dir}. */
  public static boolean ownedByAnother(Path dir) throws IOException {
    Path file = dir.toAbsolutePath().normalize().resolve("owner.lock");
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  /** The address of the server that runs in {@code dir} by another process; empty when none does. */
  public static Optional<String> running(Path dir) throws IOException {
    Path folder = dir.toAbsolutePath().normalize();
    Path secret = folder.resolve("postgres.password");
    if (!Files.exists(secret)) {
      return Optional.empty();
    }
    String password = Files.readString(secret);
    return Postmaster.on(folder.resolve("pgdata")).map(server -> url(server.port(), password));
  }

  /** {@code postgresql://user:password@host:port/name}; a secret. */
  public String url() {
    return url;
  }

  /** Stops the server; everything that was acknowledged is on disk. */
  @Override
  public void close() throws IOException {
    try {
      Optional<Postmaster> server = Postmaster.on(data);
      if (server.isPresent()) {
        server.get().stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      owner.channel().close();
    }
  }

  private static FileLock own(Path folder) throws IOException {
    FileChannel channel = FileChannel.open(
        folder.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      channel.close();
    }
    if (lock == null) {
      throw new IOException(
          folder + " is in use by another Shopbell; stop it, or give this one a folder of its own");
    }
    return lock;
  }

  private static String create(Path home, Path data, Path folder)
      throws IOException, InterruptedException {
    Path secret = folder.resolve("postgres.password");
    if (Files.exists(data.resolve("PG_VERSION")) && Files.exists(secret)) {
      return Files.readString(secret);
    }
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    Files.deleteIfExists(secret);
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(secret, password);
    Command.run(
        folder.resolve("initdb.log"),
        home.resolve("bin/initdb").toString(),
        "--pgdata=" + data,
        "--username=" + USER,
        "--pwfile=" + secret,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8");
    return password;
  }

  private static int launch(Path home, Path data, Path folder)
      throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path log = folder.resolve("postgres.log");
    Process server = Command.start(log, arguments(home, data, port));
    for (int tries = 0; tries < 600; tries++) {
      if (!server.isAlive()) {
        throw new IOException("the embedded PostgreSQL did not start; its log is " + log);
      }
      if (ready(data)) {
        return port;
      }
      Thread.sleep(50);
    }
    server.destroy();
    throw new IOException("the embedded PostgreSQL was not ready in 30 s; its log is " + log);
  }

  /** The eighth line of postmaster.pid says so (miscadmin.h, LOCK_FILE_LINE_PM_STATUS). */
  private static boolean ready(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return false;
    }
    List<String> lines =
        Arrays.asList(Files.readString(file, StandardCharsets.UTF_8).split("\n"));
    return lines.size() >= 8 && lines.get(7).trim().equals("ready");
  }

  private static String[] arguments(Path home, Path data, int port) {
    List<String> words =
        new ArrayList<>(List.of(home.resolve("bin/postgres").toString(), "-D", data.toString()));
    words.addAll(List.of("-p", Integer.toString(port), "-h", "127.0.0.1"));
    for (String setting : List.of(
        "unix_socket_directories=",
        "fsync=on",
        "synchronous_commit=on",
        "shared_buffers=256MB",
        "max_connections=50",
        "max_wal_size=2GB",
        "jit=off",
        "timezone=UTC",
        "log_min_messages=warning",
        // a failing statement would be logged with its values, and those may be personal
        "log_min_error_statement=panic",
        "log_parameter_max_length=0",
        "log_parameter_max_length_on_error=0",
        "log_error_verbosity=terse")) {
      words.addAll(List.of("-c", setting));
    }
    return words.toArray(String[]::new);
  }

  private static String url(int port, String password) {
    return "postgresql://" + USER + ":" + password + "@127.0.0.1:" + port + "/postgres";
  }
}
