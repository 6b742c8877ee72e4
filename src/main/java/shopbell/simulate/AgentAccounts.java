package shopbell.simulate;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import shopbell.config.Hmac;

/**
 * The agents {@code sim-0001}… of a server: created where they are missing, then signed in.
 *
 * <p>Their passwords derive from the key, and so does a mark in their alias: the next run with the same key finds them,
 * because hashing a thousand passwords takes the server a minute.
 */
final class AgentAccounts {
  static final String QUEUE = "simulate";

  /** Hashing takes the server two threads and 19 MiB each; more at once would only wait there. */
  private static final int AT_A_TIME = 4;

  private final ServerClient serverClient;
  private final LoadProfile loadProfile;
  private final Map<String, String> administrator;

  AgentAccounts(ServerClient serverClient, LoadProfile loadProfile) {
    this.serverClient = serverClient;
    this.loadProfile = loadProfile;
    this.administrator = Map.of("Authorization", "Bearer " + loadProfile.key());
  }

  /** The alias of agent {@code number} at a telephony system. */
  String alias(int number) {
    return name(number) + "@" + derived("alias").substring(0, 12).toLowerCase(java.util.Locale.ROOT)
        + ".example";
  }

  /** Returns how many were created; fails when the key may not do it. */
  Future<Integer> make() {
    return known("", new HashSet<>()).compose(known -> {
      List<Integer> missing =
          numbers().stream().filter(number -> !known.contains(alias(number))).toList();
      return WorkLanes.each(missing, AT_A_TIME, this::make).map(made -> missing.size());
    });
  }

  /** The session cookies, in order. */
  Future<List<String>> signIn() {
    String[] cookies = new String[loadProfile.agents()];
    return WorkLanes.each(
            numbers(),
            AT_A_TIME,
            number -> signIn(number).onSuccess(cookie -> cookies[number] = cookie))
        .map(done -> List.of(cookies));
  }

  /** Ends the sessions. */
  Future<Void> signOut(List<String> cookies) {
    return WorkLanes.each(
        cookies,
        AT_A_TIME,
        cookie -> serverClient.delete("/api/v1/session", Map.of("Cookie", cookie)));
  }

  private Future<Set<String>> known(String before, Set<String> aliases) {
    String query = before.isEmpty() ? "" : "?before=" + before;
    return serverClient
        .get("/api/v1/users" + query, administrator)
        .compose(answer -> expect(answer, 200, "the key does not open /api/v1/users"))
        .compose(answer -> {
          JsonObject page = answer.bodyAsJsonObject();
          page.getJsonArray("items").stream()
              .map(JsonObject.class::cast)
              .forEach(user -> user.getJsonArray("aliases", new JsonArray())
                  .forEach(alias -> aliases.add(alias.toString())));
          String next = page.getString("next");
          return next == null ? Future.succeededFuture(aliases) : known(next, aliases);
        });
  }

  private Future<?> make(int number) {
    JsonObject user = new JsonObject()
        .put("name", name(number))
        .put("role", "agent")
        .put("aliases", JsonArray.of(alias(number)))
        .put("queues", JsonArray.of(QUEUE))
        .put("password", derived(name(number)));
    return serverClient
        .post("/api/v1/users", administrator, user)
        .compose(answer -> expect(answer, 201, name(number) + " cannot be made"));
  }

  private Future<String> signIn(int number) {
    JsonObject who =
        new JsonObject().put("name", name(number)).put("password", derived(name(number)));
    return serverClient
        .post("/api/v1/session", Map.of(), who)
        .compose(answer -> expect(answer, 200, name(number) + " cannot sign in"))
        .map(answer -> answer.cookies().get(0).split(";", 2)[0]);
  }

  private List<Integer> numbers() {
    return IntStream.range(0, loadProfile.agents()).boxed().toList();
  }

  private static String name(int number) {
    return String.format(java.util.Locale.ROOT, "sim-%04d", number + 1);
  }

  private String derived(String what) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Hmac.SHA256.of(loadProfile.key(), what));
  }

  private static Future<HttpResponse<Buffer>> expect(
      HttpResponse<Buffer> answer, int status, String otherwise) {
    return answer.statusCode() == status
        ? Future.succeededFuture(answer)
        : Future.failedFuture(
            new IOException(otherwise + ": " + answer.statusCode() + " " + answer.statusMessage()));
  }
}
