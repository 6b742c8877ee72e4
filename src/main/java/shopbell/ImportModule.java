package shopbell;

import shopbell.config.Settings;
import shopbell.identity.HandleNormaliser;
import shopbell.identity.IdentitySettings;
import shopbell.identity.IgnoredHandle;
import shopbell.imports.RowParser;
import shopbell.json.EventEnvelope;
import shopbell.json.EventParsers;
import shopbell.model.Rejected;

/** The reader of imported rows: the parsers of the native doors, and the normalisation of handles. */
public final class ImportModule {
  private ImportModule() {}

  /** Rows are read as events are; numbers without a country code are of {@code defaultCountry}. */
  public static RowParser language(Settings settings) {
    HandleNormaliser handleNormaliser = IdentitySettings.of(settings).normaliser();
    return (head, data) -> handleNormaliser.normalise(
        EventParsers.read(
            new EventEnvelope("1.0", head.type(), head.source(), head.id(), head.time()), data, ""),
        ImportModule::refused);
  }

  /** Refuses a row with an unusable handle: the operator who imports the file can repair it. */
  private static void refused(IgnoredHandle ignoredHandle) {
    throw Rejected.field("/handles/" + ignoredHandle.kind(), ignoredHandle.detail());
  }
}
