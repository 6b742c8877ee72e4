package shopbell.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The merges and deletions before the first call, by the public API: the supervisor merges the one pair that was
 * suggested and is certain, so that there is a merge to inspect and undo; the administrator anonymises a customer.
 */
final class InitialMerges {
  private static final Logger LOG = LoggerFactory.getLogger(InitialMerges.class);
  private static final long AGAIN_MILLIS = 2_000;
  private static final int MOST_TRIES = 60;

  private final Vertx vertx;
  private final WebClient client;
  private final String url;
  private final JsonObject me;
  private String cookie = "";

  InitialMerges(Vertx vertx, String url, String name, String password) {
    this.vertx = vertx;
    this.client = WebClient.create(vertx);
    this.url = url;
    this.me = new JsonObject().put("name", name).put("password", password);
  }

  /** Once the two are suggested; never when they were merged or dismissed. */
  void merge(UUID keep, UUID other) {
    signIn().onSuccess(in -> look(keep, other, 1)).onFailure(InitialMerges::idle);
  }

  /** Once: an anonymised customer is left alone. */
  void anonymise(UUID customer) {
    String path = url + "/api/v1/customers/" + customer;
    signIn()
        .compose(in -> client.getAbs(path).putHeader("Cookie", cookie).send())
        .compose(there -> there.statusCode() == 200
            ? client
                .postAbs(path + "/anonymise")
                .putHeader("Cookie", cookie)
                .putHeader("Origin", url)
                .send()
            : Future.succeededFuture())
        .onFailure(InitialMerges::idle)
        .onComplete(done -> client.close());
  }

  private Future<Void> signIn() {
    return client
        .postAbs(url + "/api/v1/session")
        .putHeader("Origin", url)
        .sendJsonObject(me)
        .map(in -> {
          cookie = in.cookies().isEmpty() ? "" : in.cookies().get(0).split(";", 2)[0];
          return null;
        });
  }

  private void look(UUID keep, UUID other, int tries) {
    client
        .getAbs(url + "/api/v1/customers/" + keep + "/duplicates")
        .putHeader("Cookie", cookie)
        .send()
        .map(answer -> answer.bodyAsString().contains(other.toString()))
        .onSuccess(suggested -> {
          if (suggested) {
            done(keep, other);
          } else if (tries < MOST_TRIES) {
            vertx.setTimer(AGAIN_MILLIS, timer -> look(keep, other, tries + 1));
          } else {
            client.close();
          }
        })
        .onFailure(InitialMerges::idle);
  }

  private void done(UUID keep, UUID other) {
    String path = url + "/api/v1/customers/" + keep + "/merge";
    client
        .getAbs(path + "?other=" + other)
        .putHeader("Cookie", cookie)
        .send()
        .compose(preview -> client
            .postAbs(path)
            .putHeader("Cookie", cookie)
            .putHeader("Origin", url)
            .sendJsonObject(new JsonObject()
                .put("other", other.toString())
                .put("version", preview.bodyAsJsonObject().getString("version"))))
        .onFailure(InitialMerges::idle)
        .onComplete(merged -> client.close());
  }

  private static void idle(Throwable failure) {
    LOG.debug("the demo's merges failed: {}", failure.getClass().getSimpleName());
  }
}
