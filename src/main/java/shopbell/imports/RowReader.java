package shopbell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import shopbell.json.JsonFields;
import shopbell.model.Rejected;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionMessage;
import shopbell.model.event.NoticeRecord;

/** Converts a row's JSON to a record, or throws the refusal; the same row is the same record each time. */
final class RowReader {
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Duration AHEAD = Duration.ofDays(366);
  private static final int LONGEST = 500;

  /** A type only in exports: a table row, which no door accepts. */
  private static final String KEPT = "shopbell.store.row";

  private final RowParser rowParser;
  private final RowFileTimes times;

  /** The default time of rows without one, and the limit for times in the future. */
  record RowFileTimes(ImportKind kind, String source, Instant written, Instant now) {}

  RowReader(RowParser rowParser, RowFileTimes times) {
    this.rowParser = rowParser;
    this.times = times;
  }

  BulkStore.BulkEntry read(Row row) {
    if (row.broken().isPresent()) {
      throw row.broken().get();
    }
    JsonNode tree = row.tree().orElseThrow();
    return times.kind() == ImportKind.EVENTS ? event(tree) : plain(tree, row.raw());
  }

  private BulkStore.BulkEntry plain(JsonNode tree, String raw) {
    JsonFields jsonFields = JsonFields.of(tree, "");
    Optional<Instant> time = jsonFields.instant("time").or(() -> jsonFields.instant("startedAt"));
    if (time.isEmpty() && times.kind().timed()) {
      throw jsonFields.refuse(
          "time", "is required: when it happened, such as 2026-01-31T17:00:00Z");
    }
    Instant at = sane(time.orElse(times.written()));
    Inbound record = rowParser.read(
        new RowParser.Head(
            times.kind().type(), times.source(), jsonFields.has("id") ? "" : own(raw), at),
        jsonFields);
    sane(record.at());
    return new BulkStore.BulkEntry(times.source(), Optional.of(record), Optional.empty());
  }

  /** A row without an id is identified by its text. */
  private static String own(String raw) {
    return UUID.nameUUIDFromBytes(raw.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private BulkStore.BulkEntry event(JsonNode tree) {
    JsonFields jsonFields = JsonFields.of(tree, "");
    String type = jsonFields.text("type", LONGEST);
    String source = jsonFields.text("source", LONGEST);
    JsonFields data =
        jsonFields.object("data").orElseThrow(() -> jsonFields.refuse("data", "is required"));
    if (type.equals(KEPT)) {
      JsonNode row = tree.path("data").path("row");
      JsonFields.of(row, "/data/row");
      return new BulkStore.BulkEntry(
          source,
          Optional.empty(),
          Optional.of(new BulkStore.Restored(data.text("table", LONGEST), row.toString())));
    }
    Instant at = sane(jsonFields.instant("time").orElse(times.written()));
    Inbound record =
        rowParser.read(new RowParser.Head(type, source, jsonFields.text("id", LONGEST), at), data);
    if (record instanceof InteractionEvent
        || record instanceof InteractionMessage
        || record instanceof NoticeRecord) {
      throw jsonFields.refuse("type", "is live and comes by a door; a file holds what is past");
    }
    return new BulkStore.BulkEntry(source, Optional.of(record), Optional.empty());
  }

  /** A wrong year would create a partition of its own, and stay the newest contact for ever. */
  private Instant sane(Instant at) {
    if (at.isBefore(EARLIEST) || at.isAfter(times.now().plus(AHEAD))) {
      throw Rejected.field("/time", "is between 1990 and a year from now");
    }
    return at;
  }
}
