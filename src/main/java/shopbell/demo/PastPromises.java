package shopbell.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.customer.Promise;
import shopbell.model.customer.PromiseState;
import shopbell.model.event.ContactRecord;

/** The promises agents made when they recorded "call back"; three of ten are forgotten and kept late. */
final class PastPromises {
  private static final Duration TIME = Duration.ofDays(2);
  private static final Duration LATE = Duration.ofHours(36);
  private static final Duration EARLY = Duration.ofHours(5);

  private PastPromises() {}

  static boolean made(ContactRecord contact) {
    return contact.disposition().equals(Optional.of("callback"));
  }

  static boolean broken(ContactRecord contact) {
    return Math.floorMod(contact.key().hashCode(), 10) < 3;
  }

  static Instant due(ContactRecord contact) {
    return contact.endedAt().plus(TIME);
  }

  /** Its state at {@code now}. */
  static Promise promise(ContactRecord contact, String text, Instant now) {
    Instant due = due(contact);
    Instant kept = broken(contact) ? due.plus(LATE) : due.minus(EARLY);
    return promise(
        contact.key(), text, due, contact.agent(), Optional.of(kept).filter(now::isAfter));
  }

  static Promise promise(
      String key, String text, Instant due, Optional<String> agent, Optional<Instant> kept) {
    return new Promise(
        UUID.nameUUIDFromBytes(("promise " + key).getBytes(StandardCharsets.UTF_8)),
        text,
        due,
        kept.isPresent() ? PromiseState.KEPT : PromiseState.OPEN,
        agent,
        due.minus(TIME),
        Optional.empty(),
        Optional.empty(),
        kept);
  }
}
