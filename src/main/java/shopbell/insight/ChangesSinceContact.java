package shopbell.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import shopbell.model.Sentence;
import shopbell.model.card.SinceLastContact;
import shopbell.model.customer.ContactHistory.Contact;
import shopbell.model.customer.Journey;

/** The changes since the customer's last contact, as sentences without a language; what we owe comes first. */
public final class ChangesSinceContact {
  private static final int MOST_OF_A_KIND = 2;

  private record Since(RuleInput look, Instant last) {
    boolean news(Instant at) {
      return at.isAfter(last) && !at.isAfter(look.now());
    }

    boolean news(Optional<Instant> at) {
      return at.filter(this::news).isPresent();
    }

    Sentence say(String what, Object... facts) {
      return Sentence.of("since." + what, facts);
    }

    Stream<Journey.Item> steps(String kind) {
      return look.summary().journey().stream()
          .filter(item -> item.kind().equals(kind) && news(item.at()));
    }
  }

  private static final List<Function<Since, List<Sentence>>> RULES = List.of(
      ChangesSinceContact::promisesBroken,
      ChangesSinceContact::promisesKept,
      ChangesSinceContact::ticketsOpened,
      ChangesSinceContact::ticketsClosed,
      ChangesSinceContact::parcelsFailed,
      ChangesSinceContact::parcelsThere,
      ChangesSinceContact::orders,
      ChangesSinceContact::calledInVain,
      ChangesSinceContact::feedback,
      ChangesSinceContact::visits);

  private ChangesSinceContact() {}

  /** Empty when the customer never had a contact, or nothing has changed. */
  public static Optional<SinceLastContact> since(RuleInput ruleInput) {
    return ruleInput.summary().history().items().stream()
        .filter(contact -> contact.over() && !ContactFriction.nobody(contact))
        .findFirst()
        .map(Contact::at)
        .map(last -> told(ruleInput, last))
        .filter(since -> !since.changes().isEmpty());
  }

  private static SinceLastContact told(RuleInput ruleInput, Instant last) {
    List<Sentence> said = changes(new Since(ruleInput, last));
    return new SinceLastContact(last, ruleInput.words().sayAll(said), said);
  }

  private static List<Sentence> changes(Since since) {
    return RULES.stream().flatMap(rule -> rule.apply(since).stream()).toList();
  }

  private static List<Sentence> promisesBroken(Since since) {
    return few(
        since,
        "promises-broken",
        since.look().summary().promises().stream()
            .filter(p -> p.keptAt().isEmpty() && since.news(p.due()))
            .map(p -> since.say("promise-broken", p.text())));
  }

  private static List<Sentence> promisesKept(Since since) {
    return few(
        since,
        "promises-kept",
        since.look().summary().promises().stream()
            .filter(p -> since.news(p.keptAt()))
            .map(p -> since.say("promise-kept", p.text())));
  }

  private static List<Sentence> ticketsOpened(Since since) {
    return few(
        since,
        "tickets-opened",
        since.look().summary().tickets().items().stream()
            .filter(t -> since.news(t.openedAt()))
            .map(t -> since.say("ticket-opened", CommitmentSignals.name(t))));
  }

  private static List<Sentence> ticketsClosed(Since since) {
    return few(
        since,
        "tickets-closed",
        since.look().summary().tickets().items().stream()
            .filter(t -> since.news(t.closedAt()))
            .map(t -> since.say("ticket-closed", CommitmentSignals.name(t))));
  }

  private static List<Sentence> parcelsFailed(Since since) {
    return few(
        since,
        "parcels-failed",
        since.look().summary().shipments().stream()
            .filter(s -> s.deliveredAt().isEmpty() && s.exception().isPresent())
            .filter(
                s -> since.steps("shipment").anyMatch(i -> i.id().equals(s.id().toString())))
            .map(s -> since.say("parcel-failed", s.number(), s.exception().orElse(""))));
  }

  private static List<Sentence> parcelsThere(Since since) {
    return few(
        since,
        "parcels-there",
        since.look().summary().shipments().stream()
            .filter(s -> since.news(s.deliveredAt()))
            .map(s -> since.say("parcel-there", s.number())));
  }

  private static List<Sentence> orders(Since since) {
    return few(
        since,
        "orders",
        since.steps("order").map(item -> since.say("order", since.look().text(item))));
  }

  private static List<Sentence> calledInVain(Since since) {
    long times = since.look().summary().history().items().stream()
        .filter(c -> since.news(c.at()) && ContactFriction.nobody(c))
        .count();
    return times == 0 ? List.of() : List.of(since.say("called-in-vain", times));
  }

  private static List<Sentence> feedback(Since since) {
    return few(
        since,
        "answers",
        since.look().summary().feedback().stream()
            .filter(surveyAnswer -> since.news(surveyAnswer.at()))
            .map(surveyAnswer -> since.say(
                "answer",
                surveyAnswer.kind().toString().toUpperCase(Locale.ROOT),
                surveyAnswer.score())));
  }

  private static List<Sentence> visits(Since since) {
    long visits = VisitSessions.visits(since.steps("touchpoint").toList()).values().stream()
        .distinct()
        .count();
    return visits == 0 ? List.of() : List.of(since.say("visits", visits));
  }

  /** One sentence each, or their number in one sentence when they are many. */
  private static List<Sentence> few(Since since, String many, Stream<Sentence> sentences) {
    List<Sentence> all = new ArrayList<>(sentences.toList());
    return all.size() <= MOST_OF_A_KIND ? all : List.of(since.say(many, all.size()));
  }
}
