package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import shopbell.model.Channel;
import shopbell.model.Direction;
import shopbell.model.customer.ContactHistory.Contact;
import shopbell.model.event.EndCause;
import shopbell.model.interaction.InteractionState;

/**
 * The call log of the "Anonymous Bank" (Technion, 1999): when a call came in, when an agent took it, when it ended, and
 * whether the customer hung up first. Calls without a customer are left out, as are the system's own.
 */
final class BankCalls {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm:ss");
  private static final int MOST = 30;
  private static final Duration DAY = Duration.ofHours(24);

  private final Map<String, List<Contact>> byCustomer = new TreeMap<>();

  private BankCalls() {}

  static BankCalls read(List<String> lines) {
    BankCalls calls = new BankCalls();
    for (String line : lines) {
      String[] row = line.split("\t", -1);
      if (!row[2].equals("0") && !row[12].equals("PHANTOM")) {
        calls.byCustomer.computeIfAbsent(row[2], c -> new ArrayList<>()).add(contact(row));
      }
    }
    calls.byCustomer.values().forEach(all -> all.sort(Comparator.comparing(Contact::at)));
    return calls;
  }

  private static Contact contact(String[] row) {
    boolean gaveUp = row[12].equals("HANG");
    Instant in = at(row[5], row[6]);
    boolean queued = !row[9].equals("0:00:00");
    Instant end = gaveUp ? at(row[5], queued ? row[10] : row[7]) : at(row[5], row[14]);
    return new Contact(
        UUID.nameUUIDFromBytes(
            String.join("\t", row).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        Channel.CALL,
        Direction.IN,
        in,
        gaveUp ? Optional.empty() : Optional.of(at(row[5], row[13])),
        Optional.of(end),
        Optional.of(gaveUp ? EndCause.ABANDONED : EndCause.COMPLETED),
        Optional.of(row[4]),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        InteractionState.CLOSED,
        Optional.empty());
  }

  private static Instant at(String date, String time) {
    return LocalDate.parse(date, DATE)
        .atTime(LocalTime.parse(time, TIME))
        .toInstant(ZoneOffset.UTC);
  }

  /** A call that an agent took, with those before it, newest first. */
  record Served(Contact call, List<Contact> before) {
    /** As the agent's card would have seen it at the moment the call came in. */
    RecentActivity trail() {
      return new RecentActivity(
          List.of(),
          List.of(),
          before.subList(0, Math.min(MOST, before.size())),
          List.of(),
          List.of(),
          List.of(),
          Optional.of(new RecentActivity.Calling(Channel.CALL, call.at())),
          call.at());
    }

    /** What the log itself says, without any rule of ours. */
    boolean afterOwnAbandoned() {
      return !before.isEmpty()
          && before.get(0).cause().equals(Optional.of(EndCause.ABANDONED))
          && Duration.between(before.get(0).at(), call.at()).compareTo(DAY) <= 0;
    }
  }

  List<Served> served() {
    List<Served> served = new ArrayList<>();
    for (List<Contact> calls : byCustomer.values()) {
      for (int i = 0; i < calls.size(); i++) {
        if (calls.get(i).answeredAt().isPresent()) {
          List<Contact> before = new ArrayList<>(calls.subList(0, i));
          java.util.Collections.reverse(before);
          served.add(new Served(calls.get(i), before));
        }
      }
    }
    return served;
  }

  int customers() {
    return byCustomer.size();
  }

  int size() {
    return byCustomer.values().stream().mapToInt(List::size).sum();
  }

  int abandoned() {
    return (int) byCustomer.values().stream()
        .flatMap(List::stream)
        .filter(c -> c.answeredAt().isEmpty())
        .count();
  }

  int againWithinAnHour() {
    int again = 0;
    for (List<Contact> calls : byCustomer.values()) {
      for (int i = 0; i + 1 < calls.size(); i++) {
        Duration pause = Duration.between(calls.get(i).at(), calls.get(i + 1).at());
        again += calls.get(i).answeredAt().isEmpty() && pause.toHours() < 1 ? 1 : 0;
      }
    }
    return again;
  }
}
