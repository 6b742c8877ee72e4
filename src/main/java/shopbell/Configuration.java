package shopbell;

import java.nio.file.Path;
import shopbell.config.Settings;
import shopbell.mapping.Connectors;

/** What the operator has written, and what follows from it before anything runs. */
record Configuration(Settings settings, Connectors connectors, ConfiguredSources sources) {
  /** BadSettings for what cannot be right, with the key or with file, line and column. */
  static Configuration of(Settings settings) {
    Connectors connectors = Connectors.in(Path.of(settings.text("connectors.folder")));
    return new Configuration(settings, connectors, ConfiguredSources.of(settings, connectors::get));
  }
}
