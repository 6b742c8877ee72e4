package shopbell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import shopbell.json.Json;

/** One tab of a signed-in agent's browser; it records every frame. */
public final class DeskClient implements AutoCloseable {
  private static final Duration OPENING = Duration.ofSeconds(12);

  private final String cookie;
  private final Heard heard;
  private final WebSocket socket;

  private DeskClient(String cookie, Heard heard, WebSocket socket) {
    this.cookie = cookie;
    this.heard = heard;
    this.socket = socket;
  }

  /** One that is signed in already, and answers pings as browsers do. */
  public static DeskClient open(RunningShop shop, String cookie) {
    return open(shop, cookie, new Heard(true));
  }

  /** One that answers no ping. */
  static DeskClient silent(RunningShop shop, String cookie) {
    return open(shop, cookie, new Heard(false));
  }

  private static DeskClient open(RunningShop shop, String cookie, Heard heard) {
    return welcomed(cookie, heard, () -> socket(shop, cookie, shop.url(), heard));
  }

  /** A tab whose browser takes messages in frames of their own, as the screen's does. */
  static DeskClient apart(RunningShop shop, String cookie) {
    Heard heard = new Heard(true);
    return welcomed(
        cookie, heard, () -> socket(shop, cookie, shop.url(), "/ws/desk?messages=apart", heard));
  }

  /** One at a server that runs as another process. */
  static DeskClient at(HttpClient http, String url, String cookie) {
    Heard heard = new Heard(true);
    URI uri = URI.create(url.replaceFirst("^http", "ws") + "/ws/desk");
    return welcomed(
        cookie,
        heard,
        () -> http.newWebSocketBuilder()
            .header("Cookie", cookie)
            .header("Origin", url)
            .buildAsync(uri, heard)
            .join());
  }

  /** As the screen does (webroot/lib/socket.js), it gives a line up that says nothing at all, and opens another; twice at most. */
  private static DeskClient welcomed(String cookie, Heard heard, Supplier<WebSocket> line) {
    for (int left = 2; ; left--) {
      DeskClient deskClient = new DeskClient(cookie, heard, line.get());
      if (left == 0 || Waiting.soon(OPENING, () -> !heard.frames.isEmpty())) {
        deskClient.frame("welcome", frame -> true);
        return deskClient;
      }
      System.err.println("a line without a welcome is given up; closed with " + heard.closed);
      deskClient.socket.abort();
      heard.broken();
    }
  }

  /** Only the upgrade; the handshake's failure is thrown as {@link java.util.concurrent.CompletionException}. */
  static WebSocket socket(
      RunningShop shop, String cookie, String origin, WebSocket.Listener listener) {
    return socket(shop, cookie, origin, "/ws/desk", listener);
  }

  private static WebSocket socket(
      RunningShop shop, String cookie, String origin, String path, WebSocket.Listener listener) {
    WebSocket.Builder builder = shop.http.newWebSocketBuilder();
    if (!cookie.isEmpty()) {
      builder.header("Cookie", cookie);
    }
    if (!origin.isEmpty()) {
      builder.header("Origin", origin);
    }
    URI uri = URI.create(shop.url().replaceFirst("^http", "ws") + path);
    return builder.buildAsync(uri, listener).join();
  }

  /** The session it listens with. */
  public String cookie() {
    return cookie;
  }

  /** The first frame of {@code type} that fits, received already or to come; no {@link #early} card. */
  public JsonNode frame(String type, Predicate<JsonNode> fits) {
    return any(type, frame -> !early(frame) && fits.test(frame));
  }

  private JsonNode any(String type, Predicate<JsonNode> fits) {
    Waiting.until(
        () -> type + " that fits, among " + heard.types() + ", closed with " + heard.closed,
        () -> frames(type).stream().anyMatch(fits));
    return frames(type).stream().filter(fits).findFirst().orElseThrow();
  }

  /** Every frame so far. */
  List<JsonNode> heard() {
    return List.copyOf(heard.frames);
  }

  /** Every frame of {@code type} so far. */
  public List<JsonNode> frames(String type) {
    return heard.frames.stream()
        .filter(frame -> frame.path("type").asText().equals(type))
        .toList();
  }

  /** The first card of {@code interaction} that fits, but no {@link #early} one. */
  public JsonNode card(UUID interaction, Predicate<JsonNode> fits) {
    return frame("card", card -> is(interaction, card) && fits.test(card));
  }

  /** The first card of {@code interaction} that fits, be it {@link #early}. */
  JsonNode anyCard(UUID interaction, Predicate<JsonNode> fits) {
    return any("card", card -> is(interaction, card) && fits.test(card));
  }

  private static boolean is(UUID interaction, JsonNode card) {
    return card.at("/interaction/id").asText().equals(interaction.toString());
  }

  /** Whether the card has no customer because the store has not answered within the soft deadline. */
  static boolean early(JsonNode card) {
    return card.path("customer").isNull()
        && card.at("/sources/0/name").asText().equals("shopbell")
        && card.at("/sources/0/state").asText().equals("late");
  }

  /** The first card of {@code interaction} in {@code state}. */
  public JsonNode card(UUID interaction, String state) {
    return card(interaction, card -> card.at("/interaction/state").asText().equals(state));
  }

  /** The first card of {@code interaction} with its customer's data, in the welcome or after it. */
  public JsonNode shown(UUID interaction) {
    return frames("welcome").stream()
        .flatMap(welcome -> StreamSupport.stream(welcome.path("desk").spliterator(), false))
        .filter(card -> is(interaction, card) && !early(card))
        .findFirst()
        .orElseGet(() -> card(interaction, card -> true));
  }

  /** All versions of {@code interaction}'s card so far, in the order they came. */
  public List<Integer> versions(UUID interaction) {
    return frames("card").stream()
        .filter(card -> is(interaction, card))
        .map(card -> card.path("version").asInt())
        .toList();
  }

  /** Why {@code interaction} left this desk. */
  public String gone(UUID interaction) {
    return frame("gone", gone -> gone.path("interaction").asText().equals(interaction.toString()))
        .path("reason")
        .asText();
  }

  /** What the browser says after the frame in which {@code card} became visible. */
  public void painted(JsonNode card) {
    say("{\"type\":\"painted\",\"interaction\":\"" + card.at("/interaction/id").asText()
        + "\",\"version\":" + card.path("version").asInt()
        + ",\"paintedAt\":\"2026-01-01T00:00:00Z\"}");
  }

  /** Any text frame. */
  public void say(String text) {
    socket.sendText(text, true).join();
  }

  /** The status the server closed with, once it has. */
  public int closedWith() {
    Waiting.until("closed by the server", () -> heard.closed != 0);
    return heard.closed;
  }

  /** Whether the server or we have ended it. */
  public boolean isClosed() {
    return heard.closed != 0;
  }

  /** The tab is closed. */
  @Override
  public void close() {
    if (!isClosed()) {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
      closedWith();
    }
  }

  /** The received frames, in order. */
  static final class Heard implements WebSocket.Listener {
    final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    volatile int closed;
    private final boolean answering;
    private final StringBuilder text = new StringBuilder();

    Heard(boolean answering) {
      this.answering = answering;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      CompletionStage<?> answered = null;
      text.append(data);
      if (last) {
        JsonNode frame = read(text.toString());
        frames.add(frame);
        if (answering && frame.path("type").asText().equals("ping")) {
          answered = socket.sendText("{\"type\":\"pong\"}", true);
        }
        text.setLength(0);
      }
      socket.request(1);
      return answered;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed = status;
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed = -1;
      error.printStackTrace();
    }

    /** What came of a frame is not continued by the next line. */
    void broken() {
      text.setLength(0);
    }

    List<String> types() {
      return frames.stream().map(frame -> frame.path("type").asText()).toList();
    }

    private static JsonNode read(String text) {
      try {
        return Json.MAPPER.readTree(text);
      } catch (JsonProcessingException e) {
        throw new AssertionError("a frame that is not JSON: " + text, e);
      }
    }
  }
}
