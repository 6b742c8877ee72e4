package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shopbell.Event;
import shopbell.security.Gate;

/**
 * What the agent's browser has to do: the first load, a card's way from the frame to the eye, and a shift of eight hours with
 * twelve calls an hour, without the waiting. {@code -Drounds -Dcalls}.
 */
@Tag("screen")
class ShiftBench {
  private static final int CUSTOMERS = 12;
  private static final int TOUCHPOINTS = 30;

  /** Notes when each card's frame came, when the page had changed, when its turn to be drawn began, and when it was drawn. */
  private static final String STOPWATCH = """
      window.took = { arrivals: [], updates: [] }
      const known = new Set()
      const Socket = WebSocket
      const watch = text => {
        const came = performance.now()
        let built = Infinity
        setTimeout(() => { built = performance.now() })
        requestAnimationFrame(() => {
          const turn = performance.now()
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => {
            const drawn = performance.now()
            const id = JSON.parse(text).interaction.id
            const into = known.has(id) ? took.updates : took.arrivals
            known.add(id)
            into.push({ all: drawn - came, work: Math.min(built, turn) - came + drawn - turn })
          }
          port2.postMessage(0)
        })
      }
      window.WebSocket = class extends Socket {
        constructor(...of) {
          super(...of)
          this.addEventListener('message', e => e.data.startsWith('{"type":"card"') && watch(e.data))
        }
      }
      """;

  /** Notes when what is waited for is there. */
  private static final String THERE = """
      const look = setInterval(() => {
        if (!document.querySelector('%s')?.textContent.includes('%s')) return
        window.there = performance.now()
        document.documentElement.dataset.there = ''
        clearInterval(look)
      }, 2)
      """;

  private static final String FRESH = String.format(THERE, "button[type=submit]", "");
  private static final String SIGNED_IN =
      "localStorage.setItem('shopbell.owner', 'agent0')\n" + String.format(THERE, ".line", "Live");
  private static final String BODIES =
      "performance.getEntries().reduce((sum, entry) => sum + (entry.encodedBodySize ?? 0), 0)";

  private static final int ROUNDS = Integer.getInteger("rounds", 3);
  private static final int CALLS = Integer.getInteger("calls", 8 * 12);

  private static Stage stage;
  private static Told told;

  @BeforeAll
  static void open() {
    String[] agents =
        IntStream.rangeClosed(0, ROUNDS).mapToObj(n -> "agent" + n).toArray(String[]::new);
    stage = Stage.open(Map.of("locale", "en"), agents);
    told = new Told(stage, true) {};
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      told.named("c" + customer, "Customer " + customer, number(customer));
      for (int touch = 0; touch < TOUCHPOINTS; touch++) {
        told.touch("c" + customer, 30 + touch * 3.1, "product.viewed", "Machine " + touch);
      }
    }
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static String number(int customer) {
    return "+49221478" + (10 + customer);
  }

  @Test
  void theFirstLoad() {
    String cookie = stage.shop().signIn("agent0");
    load("first load to the sign-in", "", FRESH);
    load("first load with a session to the live desk", cookie.replaceFirst(".*=", ""), SIGNED_IN);
  }

  private static void load(String what, String session, String stopwatch) {
    List<Double> seconds = new ArrayList<>();
    List<Double> wire = new ArrayList<>();
    List<Double> bodies = new ArrayList<>();
    for (int round = 0; round < Math.max(ROUNDS, 5); round++) {
      try (BrowserContext browser = Chrome.browser().newContext()) {
        if (!session.isEmpty()) {
          browser.addCookies(
              List.of(new Cookie(Gate.COOKIE, session).setUrl(stage.shop().url())));
        }
        Page page = browser.newPage();
        AtomicLong bytes = bytes(page);
        page.addInitScript(stopwatch);
        page.navigate(stage.shop().url());
        assertThat(page.locator("html[data-there]")).hasCount(1);
        seconds.add(number(page.evaluate("there")) / 1_000);
        wire.add(bytes.get() / 1_000.0);
        bodies.add(number(page.evaluate(BODIES)) / 1_000);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %.0f kB, with all headers %.0f kB, %.2f s (medians of %d)%n",
        what,
        share(bodies, 0.5),
        share(wire, 0.5),
        share(seconds, 0.5),
        seconds.size());
  }

  private static AtomicLong bytes(Page page) {
    AtomicLong bytes = new AtomicLong();
    CDPSession devtools = page.context().newCDPSession(page);
    devtools.send("Network.enable");
    devtools.on(
        "Network.loadingFinished",
        loaded -> bytes.addAndGet(loaded.get("encodedDataLength").getAsLong()));
    return bytes;
  }

  @Test
  void aShift() {
    List<Double> arrivals = new ArrayList<>();
    List<Double> arrivalWork = new ArrayList<>();
    List<Double> updates = new ArrayList<>();
    List<Double> updateWork = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      String agent = "agent" + round;
      try (Tab tab = Tab.watched(stage, agent, STOPWATCH)) {
        String cookie = stage.shop().signIn(agent);
        work(tab, agent, cookie, 0, CUSTOMERS);
        String before = memory(tab);
        work(tab, agent, cookie, CUSTOMERS, CUSTOMERS + CALLS);
        System.out.printf("after an hour %s, after a shift more %s%n", before, memory(tab));
        arrivals.addAll(took(tab, "arrivals", "all"));
        arrivalWork.addAll(took(tab, "arrivals", "work"));
        updates.addAll(took(tab, "updates", "all"));
        updateWork.addAll(took(tab, "updates", "work"));
      }
    }
    say("a card that arrives, frame to drawn", arrivals);
    say("  of that work", arrivalWork);
    say("a card that changes, frame to drawn", updates);
    say("  of that work", updateWork);
  }

  private static void work(Tab tab, String agent, String cookie, int from, int to) {
    for (int n = from; n < to; n++) {
      int customer = n % CUSTOMERS;
      String id = agent + "-" + n;
      Event call = stage.ring(id, number(customer), agent);
      assertThat(tab.find("h1")).hasText("Customer " + customer);
      assertThat(tab.find(".block--journey .happening").first()).isVisible();
      stage.answer(id, agent);
      for (int more = 0; more < 3; more++) {
        String text = "Round " + n + " step " + more;
        told.touch("c" + customer, 0.01 + (n * 3 + more) / 10_000.0, "help.viewed", text);
      }
      stage.end(id);
      stage
          .shop()
          .call("POST", "/api/v1/interactions/" + call.interaction() + "/wrap-up")
          .cookie(cookie)
          .json(Map.of("disposition", "resolved", "note", "Said how it works."))
          .send();
      assertThat(tab.find(".block--journey")).hasCount(0);
    }
  }

  private static String memory(Tab tab) {
    CDPSession devtools = tab.page().context().newCDPSession(tab.page());
    devtools.send("HeapProfiler.collectGarbage");
    devtools.send("HeapProfiler.collectGarbage");
    JsonObject heap = devtools.send("Runtime.getHeapUsage");
    JsonObject counters = devtools.send("Memory.getDOMCounters");
    devtools.detach();
    return String.format(
        Locale.ROOT,
        "%.2f MB, %d nodes, %d listeners",
        heap.get("usedSize").getAsDouble() / 1_000_000,
        counters.get("nodes").getAsInt(),
        counters.get("jsEventListeners").getAsInt());
  }

  private static List<Double> took(Tab tab, String of, String what) {
    Collection<?> all = (Collection<?>) tab.script("took." + of + ".map(one => one." + what + ")");
    return all.stream().map(ShiftBench::number).toList();
  }

  private static double number(Object number) {
    return ((Number) number).doubleValue();
  }

  private static void say(String what, List<Double> millis) {
    System.out.printf(
        Locale.ROOT,
        "%s: median %.1f ms, p95 %.1f ms, most %.1f ms (%d)%n",
        what,
        share(millis, 0.5),
        share(millis, 0.95),
        share(millis, 1),
        millis.size());
  }

  private static double share(List<Double> values, double share) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
