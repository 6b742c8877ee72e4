package shopbell.screen;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import shopbell.Event;
import shopbell.RunningShop;
import shopbell.Waiting;

/** A running shop with customers, and a clock that can be set back to create their history. */
final class Stage implements AutoCloseable {
  static final String QUEUE = "Service";

  private final RunningShop shop;
  private volatile Duration ago = Duration.ZERO;

  private Stage(Map<String, String> settings) {
    shop = RunningShop.open(settings, this::now);
  }

  /** {@code people} can sign in; each is rung by name, and works in the queue {@link #QUEUE}. */
  static Stage open(Map<String, String> settings, String... people) {
    Stage stage = new Stage(settings);
    for (String name : people) {
      stage.shop.hire(name, QUEUE);
    }
    return stage;
  }

  RunningShop shop() {
    return shop;
  }

  Instant now() {
    return Instant.now().minus(ago);
  }

  /** Does {@code what} as if it were {@code back} ago. */
  void then(Duration back, Runnable what) {
    ago = back;
    try {
      what.run();
    } finally {
      ago = Duration.ZERO;
    }
  }

  /** Sends one more event, stored when this returns. */
  void tell(String type, Instant at, Map<String, Object> data) {
    Event event = Event.of("shopbell." + type, data).at(at);
    // as a good sender does: an event that was not stored is sent again
    Waiting.until(
        type + " is kept",
        () -> shop.call("POST", "/in/events")
                .key(RunningShop.KEY)
                .cloudEvent(event)
                .send()
                .status()
            == 202);
  }

  /** {@code id} rings from {@code number} at these agents. */
  Event ring(String id, String number, String... agents) {
    Event ringing = Event.ringing(id, number, agents)
        .with("queue", QUEUE)
        .with("channel", "call")
        .at(now());
    shop.tell(ringing);
    return ringing;
  }

  /** {@code agent} answers. */
  void answer(String id, String agent) {
    shop.tell(Event.answered(id, agent).at(now()));
  }

  /** It is over after a talk. */
  void end(String id) {
    shop.tell(Event.ended(id, "completed").at(now()));
  }

  /** A chat from {@code number} that {@code agent} has taken. */
  void chat(String id, String number, String agent) {
    shop.tell(Event.ringing(id, number, agent)
        .with("queue", QUEUE)
        .with("channel", "chat")
        .at(now()));
    answer(id, agent);
  }

  /** One line of a chat, such as {@code customer: Hello}. */
  void line(String id, String line) {
    List<String> parts = List.of(line.split(": ", 2));
    Map<String, Object> data =
        Map.of("interaction", id, "author", parts.get(0), "text", parts.get(1));
    tell("interaction.message", now(), data);
  }

  /** What {@code agent} says of an interaction, without a browser. */
  void say(String agent, Event of, String what, Map<String, Object> body) {
    shop.call("POST", "/api/v1/interactions/" + of.interaction() + "/" + what)
        .cookie(shop.signIn(agent))
        .json(body)
        .send();
  }

  @Override
  public void close() {
    shop.close();
  }
}
