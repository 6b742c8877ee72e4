package shopbell.store;

import static shopbell.store.Columns.utc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import shopbell.context.Summaries;
import shopbell.model.Consents;
import shopbell.model.Rejected;
import shopbell.model.Summary;
import shopbell.wire.Json;
import shopbell.wire.Strict;

/** A summary as one statement that answers one JSON document, its keys those of {@link Summary}. */
public final class PgSummaries implements Summaries {
  private static final String SUMMARY = Queries.named("summary");

  private final Database database;

  public PgSummaries(Database database) {
    this.database = database;
  }

  @Override
  public Future<Summary> of(UUID customer, Instant now) {
    return database.quick(SUMMARY, Tuple.of(customer, utc(now))).map(rows -> {
      if (rows.size() == 0) {
        throw new Rejected(Rejected.Reason.NOT_FOUND, "no such customer");
      }
      Row row = rows.iterator().next();
      Summary summary = Json.read(row.getString(0), Summary.class);
      return row.getString(1) == null ? summary : consents(row.getString(1)).applied(summary);
    });
  }

  /** Written as {@code consent.journey}, or as an object {@code consent} that has been kept as its JSON. */
  private static Consents consents(String attributes) {
    List<Map<String, String>> all = new ArrayList<>();
    for (JsonNode record : Strict.read(attributes.getBytes(StandardCharsets.UTF_8))) {
      Map<String, String> flat = new HashMap<>();
      record.properties().forEach(e -> flat.put(e.getKey(), e.getValue().asText()));
      inside(record.path("consent").asText())
          .properties()
          .forEach(e -> flat.put("consent." + e.getKey(), e.getValue().asText()));
      all.add(flat);
    }
    return Consents.of(all);
  }

  private static JsonNode inside(String json) {
    try {
      return Strict.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (Rejected noObject) {
      return MissingNode.getInstance();
    }
  }
}
