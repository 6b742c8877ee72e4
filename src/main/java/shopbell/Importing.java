package shopbell;

import shopbell.config.Settings;
import shopbell.identity.Ignored;
import shopbell.identity.Normaliser;
import shopbell.imports.RowParser;
import shopbell.json.EventEnvelope;
import shopbell.json.EventParsers;
import shopbell.model.Rejected;

/** What a file needs of the rooms: the reader of the native doors, and identity's way to write a number. */
public final class Importing {
  private Importing() {}

  /** Rows are read as events are; numbers without a country code are of {@code defaultCountry}. */
  public static RowParser language(Settings settings) {
    Normaliser normaliser = Identification.normaliser(settings);
    return (head, data) -> normaliser.normalise(
        EventParsers.read(
            new EventEnvelope("1.0", head.type(), head.source(), head.id(), head.time()), data, ""),
        Importing::refused);
  }

  /** Whoever reads in a file sits before it and can mend it: a row with a handle that says nothing does not go in. */
  private static void refused(Ignored ignored) {
    throw Rejected.field("/handles/" + ignored.kind(), ignored.detail());
  }
}
