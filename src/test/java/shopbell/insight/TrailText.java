package shopbell.insight;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Channel;
import shopbell.model.Direction;
import shopbell.model.Priority;
import shopbell.model.TicketStatus;
import shopbell.model.customer.ContactHistory.Contact;
import shopbell.model.customer.Promise;
import shopbell.model.customer.PromiseState;
import shopbell.model.customer.Shipment;
import shopbell.model.customer.Tickets.Ticket;
import shopbell.model.event.EndCause;
import shopbell.model.interaction.InteractionState;

/**
 * Trails written as one line each, for tables: happenings apart by commas, each with how long ago it was ({@code 3d}, {@code
 * 2h}, {@code 10m}). Anything unknown is a touchpoint of that name.
 *
 * <pre>
 * call 2h waited 3m          answered after three minutes, ended five minutes later
 * chat 2h about delivery     what the agent said it was about
 * call 2h gave up 1m         nobody answered within that minute
 * call 2h handed 2           handed on twice
 * order 1h, ticket 6d idle 6d, promise 1h, parcel 2d (promised), there 1h 2d (arrived, promised), now call
 * </pre>
 */
public final class TrailText {
  public static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

  private final List<RecentActivity.RecentStep> steps = new ArrayList<>();
  private final List<Instant> orders = new ArrayList<>();
  private final List<Contact> contacts = new ArrayList<>();
  private final List<Ticket> tickets = new ArrayList<>();
  private final List<Promise> promises = new ArrayList<>();
  private final List<Shipment> shipments = new ArrayList<>();
  private Optional<RecentActivity.Calling> calling = Optional.empty();

  private TrailText() {}

  static RecentActivity of(String line) {
    TrailText trailText = new TrailText();
    for (String happening : line.split(",", -1)) {
      if (!happening.isBlank()) {
        trailText.take(happening.strip().split("\\s+", -1));
      }
    }
    return trailText.trail();
  }

  private void take(String[] words) {
    switch (words[0]) {
      case "call", "chat" -> contacts.add(contact(words));
      case "order" -> orders.add(ago(words[1]));
      case "ticket" -> tickets.add(ticket(words));
      case "promise" -> promises.add(promise(words));
      case "parcel" -> shipments.add(shipment(Optional.empty(), ago(words[1])));
      case "there" -> shipments.add(shipment(Optional.of(ago(words[1])), ago(words[2])));
      case "now" ->
        calling = Optional.of(
            new RecentActivity.Calling(words[1].equals("chat") ? Channel.CHAT : Channel.CALL, NOW));
      default -> step(words[0], ago(words[1]));
    }
  }

  private RecentActivity trail() {
    steps.sort(Comparator.comparing(RecentActivity.RecentStep::at).reversed());
    contacts.sort(Comparator.comparing(Contact::at).reversed());
    return new RecentActivity(
        grouped(), orders, contacts, tickets, promises, shipments, calling, NOW);
  }

  private List<RecentActivity.RecentStep> grouped() {
    List<RecentActivity.RecentStep> grouped = new ArrayList<>();
    int visit = 0;
    Instant last = Instant.EPOCH;
    for (int i = steps.size() - 1; i >= 0; i--) {
      RecentActivity.RecentStep recentStep = steps.get(i);
      visit += last.plus(VisitSessions.GAP).isBefore(recentStep.at()) ? 1 : 0;
      last = recentStep.at();
      grouped.add(
          0,
          new RecentActivity.RecentStep(
              recentStep.id(),
              last,
              recentStep.name(),
              recentStep.names(),
              recentStep.text(),
              recentStep.act(),
              "visit " + visit));
    }
    return grouped;
  }

  private void step(String name, Instant at) {
    String key = StepCatalogue.key(name);
    StepMeaning stepMeaning =
        key.endsWith("attempted") ? StepMeaning.ATTEMPT : StepMeaning.guessed(key);
    steps.add(
        new RecentActivity.RecentStep(name + at, at, key, Map.of("en", name), "", stepMeaning, ""));
  }

  private static Contact contact(String[] words) {
    Instant at = ago(words[1]);
    String what = words.length > 2 ? words[2] : "";
    boolean gaveUp = what.equals("gave");
    Duration wait =
        gaveUp ? span(words[4]) : what.equals("waited") ? span(words[3]) : Duration.ZERO;
    return new Contact(
        id(String.join(" ", words)),
        words[0].equals("chat") ? Channel.CHAT : Channel.CALL,
        Direction.IN,
        at,
        gaveUp ? Optional.empty() : Optional.of(at.plus(wait)),
        Optional.of(at.plus(wait).plus(gaveUp ? Duration.ZERO : Duration.ofMinutes(5))),
        Optional.of(gaveUp ? EndCause.ABANDONED : EndCause.COMPLETED),
        Optional.empty(),
        what.equals("handed") ? Integer.parseInt(words[3]) : 0,
        Optional.of("anna"),
        Optional.of("resolved"),
        what.equals("about") ? Optional.of(words[3]) : Optional.empty(),
        Optional.empty(),
        InteractionState.CLOSED,
        Optional.empty());
  }

  private static Ticket ticket(String[] words) {
    Instant at = ago(words[1]);
    String what = words.length > 2 ? words[2] : "";
    return new Ticket(
        id("ticket" + at),
        "desk",
        "7",
        "Lamp flickers",
        what.equals("closed") ? TicketStatus.CLOSED : TicketStatus.OPEN,
        what.equals("critical") ? Priority.CRITICAL : Priority.NORMAL,
        at,
        what.equals("idle") ? ago(words[3]) : at,
        what.equals("due") ? Optional.of(ago(words[3])) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Promise promise(String[] words) {
    boolean kept = words.length > 2 && words[2].equals("kept");
    Instant due = ago(words[1]);
    return new Promise(
        id("promise" + due),
        "Call back",
        due,
        kept ? PromiseState.KEPT : due.isBefore(NOW) ? PromiseState.BROKEN : PromiseState.OPEN,
        Optional.of("anna"),
        due.minus(Duration.ofDays(2)),
        Optional.empty(),
        Optional.empty(),
        kept ? Optional.of(due) : Optional.empty());
  }

  private static Shipment shipment(Optional<Instant> there, Instant promised) {
    return new Shipment(
        id("parcel" + promised),
        "shop",
        "P1",
        "in-transit",
        Optional.of(promised),
        Optional.of(promised),
        there,
        Optional.empty(),
        Optional.empty());
  }

  static UUID id(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code -2h} is in two hours. */
  static Instant ago(String span) {
    return span.startsWith("-") ? NOW.plus(span(span.substring(1))) : NOW.minus(span(span));
  }

  static Duration span(String text) {
    long number = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'd' -> Duration.ofDays(number);
      case 'h' -> Duration.ofHours(number);
      case 'm' -> Duration.ofMinutes(number);
      default -> Duration.ofSeconds(number);
    };
  }
}
