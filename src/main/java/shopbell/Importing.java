package shopbell;

import shopbell.config.Settings;
import shopbell.identity.Normaliser;
import shopbell.identity.PhoneNumbers;
import shopbell.load.Language;
import shopbell.wire.Envelope;
import shopbell.wire.Vocabulary;

/** What a file needs of the rooms: the reader of the native doors, and identity's way to write a number. */
public final class Importing {
  private Importing() {}

  /** Rows are read as events are; numbers without a country code are of {@code defaultCountry}. */
  public static Language language(Settings settings) {
    Normaliser normaliser = new Normaliser(new PhoneNumbers(settings.text("defaultCountry")));
    return (head, data) -> normaliser.normalise(Vocabulary.read(
        new Envelope("1.0", head.type(), head.source(), head.id(), head.time()), data, ""));
  }
}
