package shopbell;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shopbell.screen.KillableServer;

/**
 * A shop of one server process and a shop of two, each process limited to {@code -Dcores=0.4} of the machine, so that
 * the process and not the machine is the bottleneck: how many calls of {@code -Dagents=40} agents for each node they
 * carry, in turn, {@code -Drounds=3} times {@code -Dseconds=7}, after {@code -Dwarm=45} seconds for each node without
 * such a limit.
 */
@Tag("twonodes")
class TwoNodesBench {
  private static final PrintStream OUT = System.out;
  private static final int CUSTOMERS = 10_000;
  private static final int SETTLING = 2;

  private final int agents = Integer.getInteger("agents", 40);
  private final int seconds = Integer.getInteger("seconds", 7);

  /** A shop, its limits, and the calls of its agents. */
  private record Shop(
      List<KillableServer> nodes, List<ProcessorLimit> rations, ContinuousCalls calls)
      implements AutoCloseable {
    @Override
    public void close() {
      calls.close();
      nodes.forEach(KillableServer::close);
      rations.forEach(ProcessorLimit::close);
    }
  }

  @Test
  void howManyCallsTwoNodesCarryAndHowManyOne() throws IOException {
    List<Double> one = new ArrayList<>();
    List<Double> two = new ArrayList<>();
    try (Shop alone = shop(1);
        Shop pair = shop(2)) {
      warm(alone);
      warm(pair);
      for (int round = 1; round <= Integer.getInteger("rounds", 3); round++) {
        one.add(round("one", alone));
        two.add(round("two", pair));
      }
    }
    OUT.printf(
        Locale.ROOT,
        "medians: one node %.1f, two nodes %.1f calls/s, that is %.2f times%n",
        median(one),
        median(two),
        median(two) / median(one));
  }

  private void warm(Shop shop) {
    int each = Integer.getInteger("warm", 45);
    List<Long> calls =
        shop.calls().turns(Duration.ofSeconds((long) each * shop.nodes().size()));
    OUT.printf("warm from %d calls%n", calls.size());
    double cores = Double.parseDouble(System.getProperty("cores", "0.4"));
    shop.rations().forEach(processorLimit -> processorLimit.cores(cores));
  }

  private double round(String name, Shop shop) {
    shop.calls().turns(Duration.ofSeconds(SETTLING));
    ProcessorTime before = ProcessorTime.by(shop.nodes());
    List<Long> took = shop.calls().turns(Duration.ofSeconds(seconds));
    ProcessorTime processorTime = ProcessorTime.by(shop.nodes()).since(before);
    List<Long> sorted = took.stream().sorted().toList();
    OUT.printf(
        Locale.ROOT,
        "%s: %.1f calls/s, ring to whole card median %d ms; processor for each: %s%n",
        name,
        (double) took.size() / seconds,
        TimeUnit.NANOSECONDS.toMillis(sorted.get(sorted.size() / 2)),
        processorTime.each(took.size()));
    return (double) took.size() / seconds;
  }

  private static double median(List<Double> rates) {
    return rates.stream().sorted().toList().get(rates.size() / 2);
  }

  private Shop shop(int nodes) throws IOException {
    String database = RunningShop.freshDatabase();
    try (RunningShop shop = RunningShop.open(Map.of("database.url", database))) {
      IntStream.range(0, CUSTOMERS)
          .forEach(n -> shop.tell(Event.customer("c" + n, "Customer " + n, phone(n))));
    }
    List<String> cookies = ManyAgents.signedIn(database, agents * nodes);
    List<Integer> ports = Stream.generate(TwoNodes::freePorts).limit(nodes).toList();
    String members =
        String.join(",", ports.stream().map(port -> "127.0.0.1:" + port).toList());
    List<KillableServer> started = new ArrayList<>();
    for (int port : ports) {
      Map<String, String> settings = new HashMap<>(
          nodes == 1 ? Map.of("database.url", database) : TwoNodes.node(database, members, port));
      settings.put("http.port", "" + TwoNodes.freePorts());
      started.add(KillableServer.start(settings));
    }
    List<String> urls = started.stream().map(KillableServer::url).toList();
    return new Shop(
        started,
        started.stream().map(ProcessorLimit::of).toList(),
        new ContinuousCalls(urls, cookies, TwoNodesBench::phone));
  }

  private static String phone(int call) {
    return String.format(Locale.ROOT, "+4922147%05d", call % CUSTOMERS);
  }
}
