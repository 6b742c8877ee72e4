package shopbell.store.interaction;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.json.Json;
import shopbell.model.Unavailable;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.store.sql.Database;

/** Reads the state of recent interactions, several at once; {@code since} is always the earliest arrival. */
final class OpenInteractionQuery {
  private static final Logger LOG = LoggerFactory.getLogger(OpenInteractionQuery.class);
  private static final String OPEN =
      "select course::text from interaction where state <> 'closed' and arrived_at > $1 order by arrived_at";
  private static final String REVISIONS =
      "select id, (course ->> 'revision')::int as revision from interaction where state <> 'closed' and arrived_at > $1";
  private static final String COURSES =
      "select course::text from interaction where id = any ($1) and arrived_at > $2";
  private static final String UNLINKED =
      "select id from interaction where id = any ($1) and arrived_at > $2 and customer is null and found is null";

  private final Database database;

  OpenInteractionQuery(Database database) {
    this.database = database;
  }

  Future<List<TrackedInteraction>> open(Instant since) {
    return database.query(OPEN, Tuple.of(utc(since))).map(rows -> read(stream(rows)));
  }

  Future<Map<UUID, Integer>> revisions(Instant since) {
    return database.query(REVISIONS, Tuple.of(utc(since))).map(rows -> {
      Map<UUID, Integer> revisions = new HashMap<>();
      rows.forEach(row -> revisions.put(row.getUUID("id"), row.getInteger("revision")));
      return revisions;
    });
  }

  Future<List<TrackedInteraction>> courses(Collection<UUID> interactions, Instant since) {
    return these(COURSES, interactions, since).map(OpenInteractionQuery::read);
  }

  Future<Set<UUID>> unlinked(Collection<UUID> interactions, Instant since) {
    return these(UNLINKED, interactions, since)
        .map(rows -> rows.map(row -> row.getUUID("id")).collect(Collectors.toSet()));
  }

  private Future<Stream<Row>> these(String query, Collection<UUID> interactions, Instant since) {
    Tuple these = Tuple.of(interactions.toArray(UUID[]::new), utc(since));
    return interactions.isEmpty()
        ? Future.succeededFuture(Stream.of())
        : database.query(query, these).map(OpenInteractionQuery::stream);
  }

  private static Stream<Row> stream(Iterable<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  private static List<TrackedInteraction> read(Stream<Row> rows) {
    return rows.map(row -> row.getString(0))
        .flatMap(json -> passedOver(json).stream())
        .toList();
  }

  /** An unreadable one is skipped, so that the others reach the desk. */
  private static Optional<TrackedInteraction> passedOver(String json) {
    try {
      return Optional.of(course(json));
    } catch (Unavailable unreadable) {
      LOG.warn("an unreadable interaction is skipped: {}", unreadable.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Unavailable when it is unreadable: its events are shown all the same, and their sender learns that they are not
   * stored.
   */
  static TrackedInteraction course(String json) {
    try {
      return Json.read(json, TrackedInteraction.class);
    } catch (IllegalStateException unreadable) {
      throw new Unavailable(unreadable.getMessage(), unreadable);
    }
  }
}
