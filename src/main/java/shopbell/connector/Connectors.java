package shopbell.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.config.DidYouMean;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;

/**
 * All connectors: those built in, and the operator's own files, which take precedence. Own files are read again when
 * they have changed; an invalid one leaves the previous version in use. Thread-safe; reads files, so it is for workers
 * and starts.
 */
public final class Connectors {
  private static final Logger LOG = LoggerFactory.getLogger(Connectors.class);
  private static final String SUFFIX = ".yaml";

  /**
   * One connector and its state.
   *
   * @param own whether it is a file of the operator's
   * @param broken why the newest version of its file is not in use
   */
  public record LoadedConnector(
      Connector connector, boolean own, Optional<ConnectorError> broken) {}

  /** Identifies a version of a file. */
  private record Stamp(long modified, long bytes) {}

  private final Path folder;
  private final Map<String, LoadedConnector> known = new ConcurrentSkipListMap<>();
  private final Map<String, Stamp> stamps = new ConcurrentSkipListMap<>();
  private volatile Runnable changed = () -> {};

  private Connectors(Path folder) {
    this.folder = folder;
  }

  /** The connectors in the folder of {@code connectors.folder}, as {@link #in} reads them. */
  public static Connectors of(Settings settings) {
    return in(Path.of(settings.text("connectors.folder")));
  }

  /** {@code folder} may be missing; InvalidConfiguration names file, line and column of the first mistake in it. */
  public static Connectors in(Path folder) {
    Connectors all = new Connectors(folder);
    for (String name : BuiltInConnectors.names()) {
      all.known.put(
          name, new LoadedConnector(builtIn(name).orElseThrow(), false, Optional.empty()));
    }
    all.reload();
    all.known.forEach((name, loadedConnector) -> loadedConnector
        .broken()
        .ifPresent(connectorError -> {
          throw new InvalidConfiguration(all.file(name) + " " + connectorError.placed());
        }));
    return all;
  }

  /**
   * The connector of that name, in its newest version at each call; InvalidConfiguration that names {@code key} when
   * there is none.
   */
  public Supplier<Connector> get(String key, String name) {
    if (!known.containsKey(name)) {
      throw new InvalidConfiguration(key + ": there is no " + name
          + DidYouMean.nearest(name, known.keySet())
              .map(k -> "; did you mean " + k + "?")
              .orElse("; it would be " + file(name)));
    }
    return () -> known.get(name).connector();
  }

  /** Registers {@code listener} for each change of a connector or its error; it runs on the worker that loads files. */
  public void onChange(Runnable listener) {
    changed = listener;
  }

  /** All of them, by name. */
  public Map<String, LoadedConnector> all() {
    return Map.copyOf(known);
  }

  /** The text of the file; empty when there is none of that name. */
  public Optional<String> text(String name) {
    if (!name.matches("[a-z0-9-]{1,50}")) {
      return Optional.empty();
    }
    try {
      return Files.exists(file(name))
          ? Optional.of(Files.readString(file(name)))
          : BuiltInConnectors.text(name);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Writes the operator's own file atomically, and activates it; {@link ConnectorError} when it is invalid. */
  public synchronized void save(String name, String text) throws IOException {
    checked(name, text);
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, name, ".new");
    Files.writeString(fresh, text);
    Files.move(
        fresh, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    stamps.remove(name);
    reload();
  }

  /** Loads changed files; to be called now and then. */
  public synchronized void reload() {
    List<String> there = names();
    there.forEach(this::take);
    for (String name : List.copyOf(stamps.keySet())) {
      if (!there.contains(name)) {
        gone(name);
      }
    }
  }

  private void take(String name) {
    try {
      Path file = file(name);
      Stamp stamp = new Stamp(Files.getLastModifiedTime(file).toMillis(), Files.size(file));
      if (stamp.equals(stamps.put(name, stamp))) {
        return;
      }
      known.put(
          name, new LoadedConnector(checked(name, Files.readString(file)), true, Optional.empty()));
      changed.run();
      LOG.info("connector {} is loaded", name);
    } catch (IOException e) {
      broken(name, new ConnectorError("the file cannot be read", 1, 1));
    } catch (ConnectorError connectorError) {
      broken(name, connectorError);
    }
  }

  /** Of a file that was never valid there is only the error. */
  private void broken(String name, ConnectorError connectorError) {
    LOG.warn(
        "connector {} keeps its previous version: {} {}",
        name,
        file(name),
        connectorError.placed());
    known.compute(
        name,
        (n, before) -> before == null
            ? new LoadedConnector(Connector.none(name), true, Optional.of(connectorError))
            : new LoadedConnector(before.connector(), before.own(), Optional.of(connectorError)));
    changed.run();
  }

  private void gone(String name) {
    stamps.remove(name);
    Optional<Connector> below = builtIn(name);
    if (below.isPresent()) {
      known.put(name, new LoadedConnector(below.get(), false, Optional.empty()));
      changed.run();
    } else {
      broken(name, new ConnectorError("the file is gone", 1, 1));
    }
  }

  /** A connector in use must keep the parts it is used for. */
  private Connector checked(String name, String text) {
    Connector fresh = ConnectorReader.read(text);
    if (!fresh.name().equals(name)) {
      throw new ConnectorError("name is that of the file, " + name, 1, 1);
    }
    LoadedConnector before = known.get(name);
    if (before != null && before.connector().door().isPresent() && fresh.door().isEmpty()) {
      throw new ConnectorError("door is missing, and this connector had one", 1, 1);
    }
    if (before != null
        && before.connector().source().isPresent()
        && fresh.source().isEmpty()) {
      throw new ConnectorError("source is missing, and this connector had one", 1, 1);
    }
    return fresh;
  }

  private static Optional<Connector> builtIn(String name) {
    return BuiltInConnectors.text(name).map(text -> {
      try {
        return ConnectorReader.read(text);
      } catch (ConnectorError connectorError) {
        throw new IllegalStateException(
            name + " (built in) " + connectorError.placed(), connectorError);
      }
    });
  }

  private Path file(String name) {
    return folder.resolve(name + SUFFIX);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return names;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .forEach(names::add);
    } catch (IOException e) {
      LOG.warn("the connectors' folder cannot be listed");
      names.addAll(stamps.keySet());
    }
    return names;
  }
}
