package shopbell.store;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import shopbell.Waiting;
import shopbell.model.card.ReasonPrediction;
import shopbell.store.sql.Database;
import shopbell.store.training.PgPredictions;

/** The reasons agents recorded for past contacts. */
public final class RecordedReasons {
  private RecordedReasons() {}

  /** {@code contacts} of them: every second with {@code signal} and about {@code topic}, the others about advice. */
  public static void said(Database database, int contacts, String signal, String topic) {
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    Waiting.on(new PgPredictions(database)
        .remember(IntStream.range(0, contacts)
            .mapToObj(i -> new ReasonPrediction(
                new UUID(7, i),
                yesterday,
                Optional.empty(),
                false,
                i % 2 == 0 ? Map.of(signal, 1.0) : Map.of(),
                List.of(),
                Map.of()))
            .toList()));
    for (int i = 0; i < contacts; i++) {
      said(database, new UUID(7, i), i % 2 == 0 ? topic : "advice");
    }
  }

  /** Writes down the topic that an agent chose at the wrap-up. */
  public static void said(Database database, UUID interaction, String topic) {
    Waiting.on(database.query(
        "update guess set said = $2, said_at = now() where interaction = $1",
        Tuple.of(interaction, topic)));
  }
}
