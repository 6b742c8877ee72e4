package shopbell.identity;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.i18n.Words;
import shopbell.identity.TelephonyWorld.Call;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.customer.MatchStatus;

/**
 * Three years of calls through the real scoring: households, switchboards, reassigned numbers, withheld and mistyped
 * ones. The first year is for learning, the other two are counted. When the agent sees that it is another customer, 19
 * of 20 times the right one is chosen; else the contact keeps its match.
 */
final class TelephonyBench {
  private static final double[] EDGES = {0.5, 0.65, 0.8, 0.9, 0.95, 0.98};
  private static final int CUSTOMERS = 20_000;
  private static final int CALLS_A_DAY = 150;
  private static final int CORRECTED_PERCENT = 95;

  private final PrintStream out;
  private final CustomerMatcher customerMatcher = new CustomerMatcher(
      null,
      new PhoneNumbers("DE"),
      new Words(Locale.ENGLISH, ZoneOffset.UTC),
      MatchThresholds.DEFAULT);

  private final Map<MatchStatus, int[]> statuses = new EnumMap<>(MatchStatus.class);
  private final double[][] bins = new double[EDGES.length + 1][3];
  private int topAsked;
  private int topRight;

  TelephonyBench(PrintStream out) {
    this.out = out;
  }

  void run(String name, long... seeds) {
    for (long seed : seeds) {
      TelephonyWorld world = new TelephonyWorld(seed, CUSTOMERS);
      for (int day = 0; day < TelephonyWorld.DAYS; day++) {
        world.day(day);
        for (int i = 0; i < CALLS_A_DAY; i++) {
          call(world, TelephonyWorld.at(day).plusSeconds(60L * i), day >= 365);
        }
      }
    }
    print(name, seeds.length);
  }

  private void call(TelephonyWorld world, Instant now, boolean counted) {
    Call call = world.call(now);
    List<HandleEvidence> evidence = call.company().isPresent()
        ? TelephonyWorld.block(call.company().get())
        : call.number().map(number -> world.evidence(number, now)).orElse(List.of());
    CustomerMatch customerMatch = customerMatcher.found(evidence, now).match();
    Optional<UUID> truth = call.company().isPresent()
        ? Optional.of(TelephonyWorld.id(-1 - call.company().get()))
        : call.who().map(TelephonyWorld::id);
    if (counted && (call.number().isPresent() || call.company().isPresent())) {
      count(customerMatch, truth, evidence);
    }
    if (call.who().isPresent() && call.company().isEmpty()) {
      talk(world, call, customerMatch, now);
    }
  }

  private static void talk(
      TelephonyWorld world, Call call, CustomerMatch customerMatch, Instant now) {
    int who = call.who().orElseThrow();
    boolean right = customerMatch.customer().equals(Optional.of(TelephonyWorld.id(who)));
    if (right) {
      world.remember(who, call.number(), now);
    } else if (world.percent(CORRECTED_PERCENT)) {
      world.remember(who, call.number(), now);
      call.number().ifPresent(number -> world.chosen(who, number, now));
    } else {
      customerMatch
          .customer()
          .ifPresent(
              wrong -> world.remember((int) wrong.getLeastSignificantBits(), call.number(), now));
    }
  }

  private void count(
      CustomerMatch customerMatch, Optional<UUID> truth, List<HandleEvidence> evidence) {
    boolean right =
        customerMatch.customer().isPresent() && customerMatch.customer().equals(truth);
    statuses.computeIfAbsent(customerMatch.status(), s -> new int[2])[right ? 0 : 1]++;
    Optional<UUID> top = customerMatch
        .customer()
        .or(() -> customerMatch.candidates().stream()
            .findFirst()
            .map(CustomerMatch.MatchCandidate::customer));
    boolean there = evidence.stream().anyMatch(e -> truth.equals(Optional.of(e.customer())));
    if (there) {
      topAsked++;
      topRight += top.equals(truth) ? 1 : 0;
    }
    if (top.isPresent()) {
      double[] bin = bins[bin(customerMatch.score())];
      bin[0]++;
      bin[1] += customerMatch.score();
      bin[2] += top.equals(truth) ? 1 : 0;
    }
  }

  private static int bin(double score) {
    int bin = 0;
    while (bin < EDGES.length && score >= EDGES[bin]) {
      bin++;
    }
    return bin;
  }

  private void print(String name, int worlds) {
    out.printf(
        Locale.ROOT, "%n# Telephony, %s: %d worlds of %d customers%n", name, worlds, CUSTOMERS);
    for (MatchStatus status : MatchStatus.values()) {
      int[] n = statuses.getOrDefault(status, new int[2]);
      out.printf(
          Locale.ROOT,
          "  %-9s %7d, the one named was wrong in %d (%.5f)%n",
          status,
          n[0] + n[1],
          n[1],
          n[0] == 0 ? 0 : (double) n[1] / (n[0] + n[1]));
    }
    out.printf(
        Locale.ROOT,
        "  the first candidate was right in %.4f of %d calls of somebody who was among them%n",
        (double) topRight / topAsked,
        topAsked);
    for (double[] bin : bins) {
      out.printf(
          Locale.ROOT,
          "  said %.3f, was so %.3f (%.0f calls)%n",
          bin[1] / bin[0],
          bin[2] / bin[0],
          bin[0]);
    }
  }
}
