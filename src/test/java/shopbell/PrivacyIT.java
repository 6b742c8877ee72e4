package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The logs of all features, including failures, contain no personal data. */
class PrivacyIT {
  private static final List<String> PERSONAL = List.of(
      "Wilhelmine",
      "Krautwurst",
      "2214711",
      "krautwurst@",
      "Geheimnis",
      "Suchwort",
      "Rohrbruch",
      "zacharias");

  /** Collects every logged line, of our own code at the most detailed level. */
  private static final class Lines extends AppenderBase<ILoggingEvent> {
    final Queue<String> all = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      StringBuilder line = new StringBuilder(event.getFormattedMessage());
      for (IThrowableProxy t = event.getThrowableProxy(); t != null; t = t.getCause()) {
        line.append(' ').append(t.getMessage());
      }
      all.add(line.toString());
    }
  }

  @Test
  void noNameNumberOrWordOfACustomerIsEverLogged() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger ours = (Logger) LoggerFactory.getLogger("shopbell");
    Lines lines = new Lines();
    lines.setContext(root.getLoggerContext());
    lines.start();
    ours.setLevel(Level.TRACE);
    root.addAppender(lines);
    try {
      aDay();
    } finally {
      root.detachAppender(lines);
      ours.setLevel(null);
    }
    assertTrue(lines.all.size() > 3, "nothing was logged at all");
    List<String> telling = lines.all.stream()
        .filter(line -> PERSONAL.stream().anyMatch(line::contains))
        .toList();
    assertEquals(List.of(), telling);
  }

  private static void aDay() {
    URI database = URI.create(RunningShop.freshDatabase());
    Proxy wire = new Proxy(database.getPort());
    String url =
        database.toString().replace(":" + database.getPort() + "/", ":" + wire.port() + "/");
    try (RunningShop shop = RunningShop.open(Map.of("database.url", url)).hire("zacharias")) {
      Event ringing = Event.ringing("c", "0221 4711-1", "zacharias");
      try (DeskClient deskClient = shop.seat("zacharias")) {
        shop.tell(Event.customer("1", "Wilhelmine Krautwurst", "+4922147111"), ringing);
        deskClient.card(ringing.interaction(), "ringing");
        deskClient.say("Geheimnis");
        mistakes(shop, deskClient, ringing);
        wire.cut();
        Waiting.until("away", () -> shop.operator("/health/ready").send().status() == 503);
        mistakes(shop, deskClient, Event.ringing("d", "0221 4711-2", "zacharias"));
        wire.mend();
        Waiting.until("back", () -> shop.operator("/health/ready").send().status() == 200);
        shop.tell(Event.ended("c", "abandoned"));
        deskClient.gone(ringing.interaction());
      }
    } finally {
      wire.close();
    }
  }

  private static void mistakes(RunningShop shop, DeskClient deskClient, Event ringing) {
    shop.call("POST", "/in/events").key(RunningShop.KEY).cloudEvent(ringing).send();
    shop.call("POST", "/in/events")
        .key("Geheimnis")
        .body("application/cloudevents+json", "{\"Wilhelmine\": Krautwurst}")
        .send();
    shop.call("POST", "/in/zammad-cti/Geheimnis")
        .body("text/plain", "krautwurst@")
        .send();
    shop.call("GET", "/api/v1/customers?q=Suchwort").cookie(deskClient.cookie()).send();
    shop.call("GET", "/api/v1/customers?q=Suchwort").key("Geheimnis").send();
    String path = "/api/v1/interactions/" + ringing.interaction() + "/note";
    shop.call("POST", path)
        .cookie(deskClient.cookie())
        .json(Map.of("text", "Rohrbruch"))
        .send();
    shop.call("POST", "/api/v1/session")
        .json(Map.of("name", "Wilhelmine", "password", "Geheimnis"))
        .send();
    shop.call("POST", "/api/v1/users").json(Map.of("name", "Krautwurst")).send();
    shop.call("GET", "/Krautwurst?Geheimnis").send();
  }
}
