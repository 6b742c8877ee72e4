package shopbell.store.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import shopbell.json.Json;
import shopbell.model.Rejected;
import shopbell.model.customer.MergePreview;
import shopbell.store.sql.Queries;

/** The two customers of a merge as they are now, and whether they can be merged. */
final class MergeSides {
  static final String PAIR = "select id, survivor, kind from customer where id in ($1, $2)";
  private static final String SIDES = Queries.named("merge-preview");

  private MergeSides() {}

  /** Fails as {@link #check}. */
  static Future<MergePreview> read(SqlConnection connection, UUID keep, UUID other) {
    Tuple pair = Tuple.of(keep, other);
    return connection
        .preparedQuery(PAIR)
        .execute(pair)
        .compose(found -> {
          check(keep, other, found);
          return connection.preparedQuery(SIDES).execute(pair);
        })
        .map(rows -> preview(rows.iterator().next().getString(0)));
  }

  /** CONFLICT when the preview {@code version} is outdated; fails as {@link #check}. */
  static Future<Void> unchanged(SqlConnection connection, UUID keep, UUID other, String version) {
    return read(connection, keep, other).map(now -> {
      if (!now.version().equals(version)) {
        throw new Rejected(
            Rejected.Reason.CONFLICT,
            "One of the two has changed since the preview. Nothing was merged; look at the preview again.");
      }
      return null;
    });
  }

  /** The version leaves calls out: a call that arrives while the preview is read does not change the merge. */
  private static MergePreview preview(String sides) {
    JsonNode tree = Json.read(sides, JsonNode.class);
    String settled = sides.replaceAll("\"interactions\": ?\\d+", "");
    return MergePreview.of(
        UUID.nameUUIDFromBytes(settled.getBytes(StandardCharsets.UTF_8)).toString(),
        Json.read(tree.path("keep").toString(), MergePreview.PreviewSide.class),
        Json.read(tree.path("other").toString(), MergePreview.PreviewSide.class));
  }

  static void check(UUID keep, UUID other, RowSet<Row> found) {
    if (keep.equals(other)) {
      throw new Rejected(Rejected.Reason.CONFLICT, "This is one and the same record.");
    }
    if (found.size() < 2) {
      throw new Rejected(Rejected.Reason.NOT_FOUND, "There is no such customer.");
    }
    List<Row> rows = new ArrayList<>();
    found.forEach(rows::add);
    if (rows.get(0).getUUID("survivor").equals(rows.get(1).getUUID("survivor"))) {
      throw new Rejected(Rejected.Reason.CONFLICT, "They are one customer already.");
    }
    if (!rows.get(0).getString("kind").equals(rows.get(1).getString("kind"))) {
      throw new Rejected(
          Rejected.Reason.SENSELESS,
          "A person and a company are not one; the person belongs to it.");
    }
  }
}
