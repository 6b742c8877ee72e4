package shopbell.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Inbound;
import shopbell.model.InteractionEvent;
import shopbell.model.InteractionMessage;
import shopbell.model.NoticeRecord;
import shopbell.model.Rejected;
import shopbell.wire.Fields;

/** From a row's JSON to a record, or the refusal that says what is wrong; the same row is the same record each time. */
final class RowReader {
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Duration AHEAD = Duration.ofDays(366);
  private static final int LONGEST = 500;

  /** What only an export has: a row as it was kept, and no door takes it. */
  private static final String KEPT = "shopbell.store.row";

  private final Language language;
  private final RowFileTimes times;

  /** When rows were true that do not say so, and what is too far ahead to be believed. */
  record RowFileTimes(Kind kind, String source, Instant written, Instant now) {}

  RowReader(Language language, RowFileTimes times) {
    this.language = language;
    this.times = times;
  }

  Bulk.Entry read(Row row) {
    if (row.broken().isPresent()) {
      throw row.broken().get();
    }
    JsonNode tree = row.tree().orElseThrow();
    return times.kind() == Kind.EVENTS ? event(tree) : plain(tree, row.raw());
  }

  private Bulk.Entry plain(JsonNode tree, String raw) {
    Fields fields = Fields.of(tree, "");
    Optional<Instant> time = fields.instant("time").or(() -> fields.instant("startedAt"));
    if (time.isEmpty() && times.kind().timed()) {
      throw fields.refuse("time", "is required: when it happened, such as 2026-01-31T17:00:00Z");
    }
    Instant at = sane(time.orElse(times.written()));
    Inbound record = language.read(
        new Language.Head(
            times.kind().type(), times.source(), fields.has("id") ? "" : own(raw), at),
        fields);
    sane(record.at());
    return new Bulk.Entry(times.source(), Optional.of(record), Optional.empty());
  }

  /** Without an id of its own, a row is the same as another when it reads the same. */
  private static String own(String raw) {
    return UUID.nameUUIDFromBytes(raw.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Bulk.Entry event(JsonNode tree) {
    Fields fields = Fields.of(tree, "");
    String type = fields.text("type", LONGEST);
    String source = fields.text("source", LONGEST);
    Fields data = fields.object("data").orElseThrow(() -> fields.refuse("data", "is required"));
    if (type.equals(KEPT)) {
      JsonNode row = tree.path("data").path("row");
      Fields.of(row, "/data/row");
      return new Bulk.Entry(
          source,
          Optional.empty(),
          Optional.of(new Bulk.Restored(data.text("table", LONGEST), row.toString())));
    }
    Instant at = sane(fields.instant("time").orElse(times.written()));
    Inbound record =
        language.read(new Language.Head(type, source, fields.text("id", LONGEST), at), data);
    if (record instanceof InteractionEvent
        || record instanceof InteractionMessage
        || record instanceof NoticeRecord) {
      throw fields.refuse("type", "is live and comes by a door; a file holds what is past");
    }
    return new Bulk.Entry(source, Optional.of(record), Optional.empty());
  }

  /** A wrong year would make a partition of its own, and be the newest contact for ever. */
  private Instant sane(Instant at) {
    if (at.isBefore(EARLIEST) || at.isAfter(times.now().plus(AHEAD))) {
      throw Rejected.field("/time", "is between 1990 and a year from now");
    }
    return at;
  }
}
