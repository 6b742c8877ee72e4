package shopbell.insight;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Priority;
import shopbell.model.TicketStatus;
import shopbell.model.customer.Tickets.Ticket;

/** One ticket of the log of an Italian software company (Verenich, Mendeley Data 10.17632/39bp3vv62t.1): its activities. */
record HelpdeskCase(String number, List<Activity> activities) {
  record Activity(String id, Instant at) {}

  static List<HelpdeskCase> read(List<String> lines) {
    Map<String, List<Activity>> cases = new LinkedHashMap<>();
    for (String line : lines) {
      String[] row = line.split(",", -1);
      Instant at = LocalDateTime.parse(row[2].replace(' ', 'T')).toInstant(ZoneOffset.UTC);
      cases.computeIfAbsent(row[0], n -> new ArrayList<>()).add(new Activity(row[1], at));
    }
    return cases.entrySet().stream()
        .map(e -> new HelpdeskCase(e.getKey(), e.getValue()))
        .toList();
  }

  /** At the last event; every activity is an attempt to get the ticket done. */
  RecentActivity trail() {
    return at(activities.size() - 1, activities.get(activities.size() - 1).at());
  }

  /** Whether at any moment the ticket had been unchanged for five days. */
  boolean everWaited() {
    for (int i = 1; i < activities.size(); i++) {
      RecentActivity before = at(i - 1, activities.get(i).at().minusMillis(1));
      if (CommitmentFriction.ticketWaits(before).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private RecentActivity at(int last, Instant now) {
    Instant opened = activities.get(0).at();
    Instant updated = activities.get(last).at();
    boolean closed = last == activities.size() - 1;
    Ticket ticket = new Ticket(
        new UUID(1, Long.parseLong(number)),
        "helpdesk",
        number,
        "",
        closed ? TicketStatus.CLOSED : TicketStatus.OPEN,
        Priority.NORMAL,
        opened,
        updated,
        Optional.empty(),
        Optional.of(updated).filter(x -> closed),
        Optional.empty(),
        Optional.empty());
    return new RecentActivity(
        steps(last),
        List.of(),
        List.of(),
        List.of(ticket),
        List.of(),
        List.of(),
        Optional.empty(),
        now);
  }

  private List<RecentActivity.RecentStep> steps(int last) {
    List<RecentActivity.RecentStep> steps = new ArrayList<>();
    int visit = 0;
    Instant before = Instant.EPOCH;
    for (int i = 0; i <= last; i++) {
      Activity one = activities.get(i);
      visit += before.plus(VisitSessions.GAP).isBefore(one.at()) ? 1 : 0;
      before = one.at();
      String name = "activity." + one.id();
      steps.add(
          0,
          new RecentActivity.RecentStep(
              number + "-" + i,
              one.at(),
              name,
              Map.of("en", name),
              "",
              StepMeaning.ATTEMPT,
              "visit " + visit));
    }
    return steps;
  }
}
