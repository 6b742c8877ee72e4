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
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A private PostgreSQL in one folder, owned by at most one process: for trials and single nodes.
 *
 * <p>A server left running by a killed owner is stopped cleanly and restarted. Every method blocks.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String USER = "shopbell";
  private static final int MOST_LAUNCHES = 10;

  /** One folder: the programs, the data, and the server's error log. */
  private record Place(Path home, Path data, Path log) {}

  private final Place place;
  private final FileLock owner;
  private final int port;
  private final String url;
  private boolean closed;

  private EmbeddedPostgres(Place place, FileLock owner, int port, String password) {
    this.place = place;
    this.owner = owner;
    this.port = port;
    this.url = url(port, password);
  }

  /**
   * Starts the server of {@code dir}, created when the folder is empty; takes 2 to 5 seconds the first time.
   *
   * @throws IOException in words an operator understands, also when another process owns the folder
   */
  public static EmbeddedPostgres start(Path dir) throws IOException {
    Path folder = Files.createDirectories(dir.toAbsolutePath().normalize());
    FileLock owner = own(folder);
    try {
      Place place = new Place(
          PostgresBinaries.in(folder), folder.resolve("pgdata"), folder.resolve("postgres.log"));
      String password = create(place, folder);
      Optional<Postmaster> orphan = Postmaster.on(place.data());
      if (orphan.isPresent()) {
        orphan.get().stop();
      }
      int port = freePort();
      launch(place, port);
      return new EmbeddedPostgres(place, owner, port, password);
    } catch (InterruptedException e) {
      owner.channel().close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the embedded PostgreSQL started", e);
    } catch (IOException | RuntimeException e) {
      owner.channel().close();
      throw e;
    }
  }

  /** Starts the server again, on the same port, when its process has gone; false when there is nothing to do. */
  public synchronized boolean revive() throws IOException {
    if (closed || Postmaster.on(place.data()).isPresent()) {
      return false;
    }
    try {
      launch(place, port);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the embedded PostgreSQL started again", e);
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
  public synchronized void close() throws IOException {
    closed = true;
    try {
      Optional<Postmaster> server = Postmaster.on(place.data());
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

  private static String create(Place place, Path folder) throws IOException, InterruptedException {
    Path secret = folder.resolve("postgres.password");
    if (Files.exists(place.data()) && Files.exists(secret)) {
      return Files.readString(secret);
    }
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    Files.deleteIfExists(secret);
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(secret, password);
    Path unfinished = Files.createTempDirectory(folder, "pgdata-");
    PostgresProcess.run(
        folder.resolve("initdb.log"),
        place.home().resolve("bin/initdb").toString(),
        "--pgdata=" + unfinished,
        "--username=" + USER,
        "--pwfile=" + secret,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8");
    // the rename is atomic: after a kill in the middle the folder is whole or missing
    Files.move(unfinished, place.data(), StandardCopyOption.ATOMIC_MOVE);
    return password;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** Retries: after a kill, the server's processes need a moment to end; until then its memory is in use. */
  private static void launch(Place place, int port) throws IOException, InterruptedException {
    for (int left = MOST_LAUNCHES; left > 0; left--) {
      if (launched(place, port)) {
        return;
      }
      Thread.sleep(500);
    }
    throw new IOException("the embedded PostgreSQL did not start; its log is " + place.log());
  }

  private static boolean launched(Place place, int port) throws IOException, InterruptedException {
    Process server =
        PostgresProcess.start(place.log(), arguments(place.home(), place.data(), port));
    for (int tries = 0; tries < 600; tries++) {
      if (ready(place.data(), server.pid())) {
        return true;
      }
      if (server.waitFor(50, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    server.destroy();
    throw new IOException(
        "the embedded PostgreSQL was not ready in 30 s; its log is " + place.log());
  }

  /**
   * The eighth line of postmaster.pid has the state (miscadmin.h, LOCK_FILE_LINE_PM_STATUS), and the first the pid: a
   * killed server leaves its own file behind.
   */
  private static boolean ready(Path data, long pid) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return false;
    }
    List<String> lines =
        Arrays.asList(Files.readString(file, StandardCharsets.UTF_8).split("\n"));
    return lines.size() >= 8
        && lines.get(0).trim().equals(Long.toString(pid))
        && lines.get(7).trim().equals("ready");
  }

  private static String[] arguments(Path home, Path data, int port) {
    List<String> words =
        new ArrayList<>(List.of(home.resolve("bin/postgres").toString(), "-D", data.toString()));
    words.addAll(List.of("-p", Integer.toString(port), "-h", "127.0.0.1"));
    for (String setting : List.of(
        "unix_socket_directories=",
        "fsync=on",
        "synchronous_commit=on",
        "shared_buffers=" + SharedBuffers.ofThisMachine(),
        "max_connections=50",
        // after a checkpoint each page is logged whole once, and creating a new WAL file delays
        // commits
        "checkpoint_timeout=15min",
        "min_wal_size=1GB",
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
