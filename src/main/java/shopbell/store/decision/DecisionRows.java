package shopbell.store.decision;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import shopbell.json.Json;
import shopbell.model.decision.Decision;
import shopbell.model.decision.HoldOutAssignment;
import shopbell.nextaction.LoggedDecision;
import shopbell.nextaction.LoggedDecision.Exposure;

/** The values of the statement that writes a decision. */
final class DecisionRows {
  private DecisionRows() {}

  static Tuple of(LoggedDecision logged) {
    Decision decision = logged.decision();
    JsonArray exposures = new JsonArray();
    logged.exposures().forEach(one -> exposures.add(exposure(one)));
    JsonArray assignments = new JsonArray();
    logged.assignments().forEach(one -> assignments.add(assignment(one)));
    return Tuple.tuple()
        .addUUID(decision.request().id())
        .addUUID(logged.customer())
        .addUUID(logged.interaction().orElse(null))
        .addString(decision.request().channel())
        .addString(decision.request().queue().orElse(null))
        .addString(decision.request().placement())
        .addOffsetDateTime(utc(decision.at()))
        .addString(decision.inputs())
        .addJsonObject(new JsonObject(Json.write(logged.explanation())))
        .addJsonArray(exposures)
        .addJsonArray(assignments);
  }

  private static JsonObject exposure(Exposure one) {
    return new JsonObject()
        .put("action", one.action())
        .put("version", one.version())
        .put("place", one.place())
        .put("state", one.state().toString())
        .put("veto", one.veto().orElse(null))
        .put("benefit", one.benefit())
        .put(
            "features",
            new JsonArray(one.features().stream().map(Enum::name).sorted().toList()))
        .put("success", one.success().orElse(null))
        .put("until", one.until().toString())
        .put("least_score", one.leastScore().orElse(null));
  }

  private static JsonObject assignment(HoldOutAssignment one) {
    return new JsonObject()
        .put("scope", one.scope())
        .put("held_out", one.heldOut())
        .put("share", one.share());
  }
}
