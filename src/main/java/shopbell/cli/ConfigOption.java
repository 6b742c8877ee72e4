package shopbell.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import shopbell.config.Settings;
import shopbell.config.SettingsReader;
import shopbell.store.DatabaseSettings;

/** {@code --config FILE}, for every command that needs the configuration. */
final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "path of shopbell.yaml; default: built-in values and the environment (SHOPBELL_…)")
  private Path file;

  /** The file, overridden by the environment. */
  Settings read() {
    return SettingsReader.read(Optional.ofNullable(file), System.getenv());
  }

  /** The address of the database in it. */
  String database() {
    return DatabaseSettings.of(read()).url();
  }
}
