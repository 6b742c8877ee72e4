package shopbell.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import shopbell.identity.HandleEvidence.Hold;
import shopbell.identity.HandleEvidence.Ties;
import shopbell.model.Sentence;

/**
 * The evidence in words: how the handle matches, earlier use of it, what makes a contact likely, and what contradicts
 * the match.
 */
final class MatchReasons {
  private MatchReasons() {}

  static List<Sentence> of(CandidateScoring.Scored one, List<HandleEvidence> all, Instant now) {
    List<Sentence> grounds = new ArrayList<>();
    one.said()
        .ifPresent(said -> said.likeness()
            .reasons()
            .forEach(reason -> grounds.add(Sentence.of("who.said." + reason))));
    one.best().ifPresent(best -> held(best, all, now, grounds));
    return grounds;
  }

  private static void held(
      HandleEvidence best, List<HandleEvidence> all, Instant now, List<Sentence> grounds) {
    hold(best.hold(), now, grounds);
    ties(best.ties(), now, grounds);
    if (EvidenceWeights.handedOn(best, all)) {
      grounds.add(Sentence.of("who.handed-on", since(best, now)));
    } else if (EvidenceWeights.silent(best, now)) {
      grounds.add(Sentence.of("who.silent", since(best, now)));
    }
    if (best.hold().shared() || best.hold().holders() > 1) {
      grounds.add(Sentence.of("who.shared", Math.max(2, best.hold().holders())));
    }
  }

  private static void hold(Hold hold, Instant now, List<Sentence> grounds) {
    String by = hold.block() ? "block" : hold.by().toString();
    grounds.add(Sentence.of("who.by." + by + (hold.verified() ? ".verified" : "")));
    if (hold.claimed()) {
      grounds.add(Sentence.of("who.claimed"));
    }
    if (hold.chosen() > 0) {
      grounds.add(Sentence.of("who.chosen-before", hold.chosen()));
    }
    if (hold.calls() > 0) {
      grounds.add(Sentence.of(
          "who.calls", hold.calls(), Sentence.since(hold.lastCallAt().orElse(now), now)));
    }
  }

  private static void ties(Ties ties, Instant now, List<Sentence> grounds) {
    if (ties.contacts() > 0) {
      grounds.add(Sentence.of("who.contacts", ties.contacts()));
    }
    if (ties.openTickets() > 0) {
      grounds.add(Sentence.of("who.tickets", ties.openTickets()));
    }
    if (ties.parcelToday()) {
      grounds.add(Sentence.of("who.parcel-today"));
    } else if (ties.parcelTrouble()) {
      grounds.add(Sentence.of("who.parcel"));
    }
    ties.abandonedCheckoutAt()
        .ifPresent(at -> grounds.add(Sentence.of("who.abandoned", Sentence.since(at, now))));
  }

  private static Object since(HandleEvidence handleEvidence, Instant now) {
    return Sentence.since(handleEvidence.ties().activeAt(), now);
  }
}
