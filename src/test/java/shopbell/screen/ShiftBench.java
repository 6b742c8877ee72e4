package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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

/**
 * The load on the agent's browser: the first page load, a card's way from the frame to the display, and a shift of
 * eight hours with twelve calls an hour, without the waiting. {@code -Drounds -Dcalls}.
 */
@Tag("screen")
class ShiftBench {
  private static final int CUSTOMERS = 12;
  private static final int TOUCHPOINTS = 30;

  /**
   * Notes when each card's frame came, when the page had changed, when its turn to be drawn began, when it was drawn, and when
   * the frame after that was, which brings a new card's story.
   */
  private static final String STOPWATCH = """
      window.took = { arrivals: [], updates: [] }
      let last = null
      const Socket = WebSocket
      const drawn = then => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => then(performance.now())
        port2.postMessage(0)
      }
      const watch = text => {
        const came = performance.now()
        let built = Infinity
        setTimeout(() => { built = performance.now() })
        requestAnimationFrame(() => {
          const turn = performance.now()
          const one = {}
          drawn(at => {
            const id = JSON.parse(text).interaction.id
            const into = id === last ? took.updates : took.arrivals
            last = id
            into.push(Object.assign(one, { all: at - came, work: Math.min(built, turn) - came + at - turn }))
          })
          requestAnimationFrame(() => drawn(at => { one.whole = at - came }))
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
          browser.addCookies(List.of(
              new Cookie("shopbell_session", session).setUrl(stage.shop().url())));
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
    Map<String, List<Double>> millis = new LinkedHashMap<>();
    for (int round = 1; round <= ROUNDS; round++) {
      String agent = "agent" + round;
      try (Tab tab = Tab.watched(stage, agent, STOPWATCH)) {
        String cookie = stage.shop().signIn(agent);
        work(tab, agent, cookie, 0, CUSTOMERS);
        read(tab, millis);
        Heap before = Heap.of(tab);
        work(tab, agent, cookie, CUSTOMERS, CUSTOMERS + CALLS);
        read(tab, millis);
        System.out.printf("after an hour %s, after a shift more %s%n", before, Heap.of(tab));
      }
    }
    millis.forEach(ShiftBench::say);
  }

  /** Takes what was noted out of the page: it would count as the page's memory. */
  private static void read(Tab tab, Map<String, List<Double>> millis) {
    for (String of : List.of("arrivals", "updates")) {
      String card = of.equals("arrivals") ? "a card that arrives" : "a card that changes";
      took(tab, millis, card + ", frame to drawn", of, "all");
      took(tab, millis, card + ", of that work", of, "work");
      took(tab, millis, card + ", frame to the one after drawn", of, "whole");
      tab.script("took." + of + ".length = 0");
    }
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

  private static void took(
      Tab tab, Map<String, List<Double>> millis, String name, String of, String what) {
    Collection<?> all = (Collection<?>) tab.script("took." + of + ".map(one => one." + what + ")");
    List<Double> into = millis.computeIfAbsent(name, unused -> new ArrayList<>());
    all.stream().map(ShiftBench::number).forEach(into::add);
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
