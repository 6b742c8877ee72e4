package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import shopbell.model.History;
import shopbell.model.Journey;
import shopbell.model.Priority;
import shopbell.model.Promise;
import shopbell.model.PromiseState;
import shopbell.model.Reason;
import shopbell.model.Severity;
import shopbell.model.Shipment;
import shopbell.model.TicketStatus;
import shopbell.model.Tickets.Ticket;

/** Why they probably call: each rule looks at one thing, and says what it rests on. */
public final class Reasons {
  private static final int MOST = 3;
  private static final Duration FRESH_CHECKOUT = Duration.ofHours(24);
  private static final Duration UNRESOLVED_FOR = Duration.ofDays(14);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int OFTEN = 3;
  private static final Set<String> UNRESOLVED =
      Set.of("unresolved", "callback", "escalated", "follow-up");

  private static final List<Function<Look, Optional<Reason>>> RULES = List.of(
      Reasons::brokenPromise,
      Reasons::criticalTicket,
      Reasons::parcelTrouble,
      Reasons::abandonedCheckout,
      Reasons::unresolvedContact,
      Reasons::calledOften,
      Reasons::openTicket);

  private Reasons() {}

  /** The weightiest first, at most three; their weights are shares of one. */
  public static List<Reason> of(Look look) {
    List<Reason> found = RULES.stream()
        .flatMap(rule -> rule.apply(look).stream())
        .sorted(Comparator.comparingDouble(Reason::weight).reversed())
        .limit(MOST)
        .toList();
    double all = found.stream().mapToDouble(Reason::weight).sum();
    return found.stream()
        .map(r -> new Reason(
            r.kind(), r.text(), r.evidence(), share(r.weight(), Math.max(1, all)), r.severity()))
        .toList();
  }

  private static double share(double weight, double all) {
    return Math.floor(weight / all * 100) / 100;
  }

  private static Optional<Reason> brokenPromise(Look look) {
    return look.summary().promises().stream()
        .filter(p -> p.state() != PromiseState.KEPT && p.due().isBefore(look.now()))
        .max(Comparator.comparing(Promise::due))
        .map(p -> reason(
            look,
            "promise-broken",
            0.9,
            Severity.CRITICAL,
            p.text(),
            look.words().span(Duration.between(p.due(), look.now()))));
  }

  private static Optional<Reason> criticalTicket(Look look) {
    return look.summary().tickets().items().stream()
        .filter(t -> t.status() != TicketStatus.CLOSED && t.priority() == Priority.CRITICAL)
        .findFirst()
        .map(t -> reason(
            look,
            "ticket-critical",
            0.8,
            Severity.CRITICAL,
            "#" + t.number() + " " + t.subject(),
            since(look, t.openedAt())));
  }

  private static Optional<Reason> parcelTrouble(Look look) {
    return look.summary().shipments().stream()
        .filter(s -> s.deliveredAt().isEmpty())
        .filter(s -> s.exception().isPresent()
            || s.promisedAt().filter(look.now()::isAfter).isPresent())
        .max(Comparator.comparing(s -> s.promisedAt().orElse(Instant.EPOCH)))
        .map(s -> parcel(look, s));
  }

  private static Reason parcel(Look look, Shipment shipment) {
    return shipment
        .exception()
        .map(what -> reason(look, "parcel-failed", 0.75, Severity.WARNING, shipment.number(), what))
        .orElseGet(() -> reason(
            look,
            "parcel-late",
            0.6,
            Severity.WARNING,
            shipment.number(),
            since(look, shipment.promisedAt().orElse(look.now()))));
  }

  private static Optional<Reason> abandonedCheckout(Look look) {
    return look.summary().journey().stream()
        .filter(item -> item.friction().filter("abandoned"::equals).isPresent())
        .filter(item -> item.kind().equals("touchpoint"))
        .filter(item -> item.at().isAfter(look.now().minus(FRESH_CHECKOUT)))
        .max(Comparator.comparing(Journey.Item::at))
        .map(item -> reason(
            look,
            "checkout-abandoned",
            0.65,
            Severity.WARNING,
            since(look, item.at()),
            item.text()));
  }

  private static Optional<Reason> unresolvedContact(Look look) {
    return look.summary().history().items().stream()
        .findFirst()
        .filter(c -> c.disposition().filter(UNRESOLVED::contains).isPresent())
        .filter(c -> c.at().isAfter(look.now().minus(UNRESOLVED_FOR)))
        .map(c -> reason(
            look,
            "contact-unresolved",
            0.5,
            Severity.WARNING,
            since(look, c.at()),
            c.note().orElse("")));
  }

  private static Optional<Reason> calledOften(Look look) {
    List<History.Contact> week = look.summary().history().items().stream()
        .filter(c -> c.at().isAfter(look.now().minus(WEEK)))
        .toList();
    return week.size() < OFTEN
        ? Optional.empty()
        : Optional.of(reason(look, "contact-repeated", 0.45, Severity.WARNING, week.size(), ""));
  }

  private static Optional<Reason> openTicket(Look look) {
    return look.summary().tickets().items().stream()
        .filter(t -> t.status() != TicketStatus.CLOSED && t.priority() != Priority.CRITICAL)
        .findFirst()
        .map((Ticket t) -> reason(
            look,
            "ticket-open",
            0.4,
            Severity.INFO,
            "#" + t.number() + " " + t.subject(),
            since(look, t.updatedAt())));
  }

  private static String since(Look look, Instant at) {
    return look.words().span(Duration.between(at, look.now()));
  }

  private static Reason reason(
      Look look, String kind, double weight, Severity severity, Object... facts) {
    String evidence = look.words().say("why." + kind + ".evidence", facts).strip();
    return new Reason(kind, look.words().say("why." + kind), evidence, weight, severity);
  }
}
