package shopbell.insight;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Applies the friction rules to public logs: how often each of them fires. */
@Tag("friction")
class FrictionBench {
  private static final PrintStream OUT = System.out;

  private static Path file(String name) {
    return Path.of(System.getProperty("data"), name);
  }

  private static List<String> lines(String name) throws IOException {
    Path path = file(name);
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(
        name.endsWith(".gz")
            ? new GZIPInputStream(Files.newInputStream(path))
            : Files.newInputStream(path),
        StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).toList();
    }
  }

  /** How often a kind of friction was seen, and of how many. */
  private static final class Tally {
    private final Map<String, Integer> seen = new TreeMap<>();
    private int all;

    void take(RecentActivity recentActivity) {
      all++;
      FrictionRules.seen(recentActivity)
          .forEach(frictionFinding -> seen.merge(frictionFinding.kind(), 1, Integer::sum));
    }

    void print(String of) {
      seen.forEach((kind, times) -> OUT.printf(
          "  %-22s %6d of %d %s (%.1f %%)%n", kind, times, all, of, 100.0 * times / all));
    }
  }

  @Test
  void webSessionsOfAShop() throws IOException {
    List<ShopSession> sessions = lines("online_shoppers/online_shoppers_intention.csv.gz").stream()
        .map(ShopSession::read)
        .toList();
    Tally seen = new Tally();
    Tally calling = new Tally();
    long minutes = 0;
    for (ShopSession session : sessions) {
      seen.take(session.trail(false));
      calling.take(session.trail(true));
      minutes += CustomerEffort.of(session.trail(false)).last7Days().minutes();
    }
    OUT.printf("%nonline_shoppers: %d sessions%n", sessions.size());
    seen.print("sessions, half an hour after the last page");
    OUT.println("  and if each of them rang then:");
    calling.print("calls");
    OUT.printf("  effort, mean: %.1f min%n", (double) minutes / sessions.size());
    long wanted = sessions.stream().filter(s -> s.wanted() && !s.bought()).count();
    OUT.printf("  sessions with a page value that did not buy: %d%n", wanted);
    assertTrue(seen.seen.get("abandoned") == wanted);
  }

  @Test
  void ticketsOfAHelpdesk() throws IOException {
    List<HelpdeskCase> cases = HelpdeskCase.read(lines("helpdesk/helpdesk.csv"));
    Tally seen = new Tally();
    int waited = 0;
    for (HelpdeskCase one : cases) {
      seen.take(one.trail());
      waited += one.everWaited() ? 1 : 0;
    }
    OUT.printf("%nhelpdesk: %d tickets%n", cases.size());
    seen.print("tickets, at their last event");
    OUT.printf(
        "  ticket-waits at any time %d of %d (%.1f %%)%n",
        waited, cases.size(), 100.0 * waited / cases.size());
  }

  @Test
  void callsOfABank() throws IOException {
    BankCalls calls = BankCalls.read(lines("anonymous_bank_calls/feb01-21.tsv.gz"));
    Tally served = new Tally();
    int both = 0;
    int only = 0;
    int missed = 0;
    for (BankCalls.Served call : calls.served()) {
      served.take(call.trail());
      boolean seen =
          FrictionRules.seen(call.trail()).stream().anyMatch(f -> f.kind().equals("called-again"));
      both += seen && call.afterOwnAbandoned() ? 1 : 0;
      only += seen && !call.afterOwnAbandoned() ? 1 : 0;
      missed += !seen && call.afterOwnAbandoned() ? 1 : 0;
    }
    OUT.printf("%nanonymous_bank_calls: %d customers, %d calls%n", calls.customers(), calls.size());
    served.print("served calls");
    OUT.printf(
        "  called-again against the log: %d in both, %d only by the rule, %d missed%n",
        both, only, missed);
    OUT.printf(
        "  abandoned calls called again within an hour: %d of %d%n",
        calls.againWithinAnHour(), calls.abandoned());
    assertTrue(both > 0 && only == 0 && missed == 0);
  }
}
