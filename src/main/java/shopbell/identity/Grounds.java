package shopbell.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import shopbell.identity.Evidence.Hold;
import shopbell.identity.Evidence.Ties;
import shopbell.words.Words;

/** Evidence in words: how the handle fits, who used it, what makes a contact likely, and what speaks against it. */
final class Grounds {
  private Grounds() {}

  static List<String> of(Evidence best, List<Evidence> all, Instant now, Words words) {
    List<String> grounds = new ArrayList<>();
    hold(best.hold(), now, words, grounds);
    ties(best.ties(), now, words, grounds);
    if (Odds.handedOn(best, all)) {
      grounds.add(words.say("who.handed-on", since(best, now, words)));
    } else if (Odds.silent(best, now)) {
      grounds.add(words.say("who.silent", since(best, now, words)));
    }
    if (best.hold().shared() || best.hold().holders() > 1) {
      grounds.add(words.say("who.shared", Math.max(2, best.hold().holders())));
    }
    return grounds;
  }

  private static void hold(Hold hold, Instant now, Words words, List<String> grounds) {
    String by = hold.block() ? "block" : hold.by().toString();
    grounds.add(words.say("who.by." + by + (hold.verified() ? ".verified" : "")));
    if (hold.claimed()) {
      grounds.add(words.say("who.claimed"));
    }
    if (hold.chosen() > 0) {
      grounds.add(words.say("who.chosen-before", hold.chosen()));
    }
    if (hold.calls() > 0) {
      grounds.add(words.say(
          "who.calls",
          hold.calls(),
          words.span(Duration.between(hold.lastCallAt().orElse(now), now))));
    }
  }

  private static void ties(Ties ties, Instant now, Words words, List<String> grounds) {
    if (ties.contacts() > 0) {
      grounds.add(words.say("who.contacts", ties.contacts()));
    }
    if (ties.openTickets() > 0) {
      grounds.add(words.say("who.tickets", ties.openTickets()));
    }
    if (ties.parcelToday()) {
      grounds.add(words.say("who.parcel-today"));
    } else if (ties.parcelTrouble()) {
      grounds.add(words.say("who.parcel"));
    }
    ties.abandonedCheckoutAt()
        .ifPresent(
            at -> grounds.add(words.say("who.abandoned", words.span(Duration.between(at, now)))));
  }

  private static String since(Evidence evidence, Instant now, Words words) {
    return words.span(Duration.between(evidence.ties().activeAt(), now));
  }
}
