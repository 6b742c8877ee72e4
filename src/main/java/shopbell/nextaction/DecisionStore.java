package shopbell.nextaction;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Handle;
import shopbell.model.decision.ActionResponse;
import shopbell.model.decision.HoldOutAssignment;
import shopbell.model.decision.PersonHistory;

/** Stores decisions, the answers to them, and which persons are held out. */
public interface DecisionStore {
  /** What is known of one person, over all of the person's records. */
  record PersonRecord(PersonHistory history, List<HoldOutAssignment> holdOuts) {
    /** Of a person without any decision. */
    public static final PersonRecord NONE = new PersonRecord(PersonHistory.NONE, List.of());

    public PersonRecord {
      holdOuts = List.copyOf(holdOuts);
    }
  }

  /**
   * A decision that was stored, with its answers.
   *
   * @param explanation JSON as {@link DecisionExplanation} writes it
   */
  record StoredDecision(
      UUID id,
      UUID customer,
      Optional<UUID> interaction,
      String channel,
      Optional<String> queue,
      String placement,
      Instant at,
      String inputs,
      String explanation,
      List<ActionResponse> responses) {
    public StoredDecision {
      responses = List.copyOf(responses);
    }

    /** The explanation as plain values. */
    public Map<String, Object> explained() {
      return new JsonObject(explanation).getMap();
    }
  }

  /** In one index access for each of the person's records; it stands on the way of a card. */
  Future<PersonRecord> person(UUID customer);

  /** Stores or replaces the decision; what was shown of it once stays. A customer who was erased gets none. */
  Future<Void> write(LoggedDecision logged);

  /** Stores the answer, in the place of an earlier one; false when the action was not shown in that decision. */
  Future<Boolean> answered(ActionResponse response);

  /** Empty when there is none. */
  Future<Optional<StoredDecision>> find(UUID decision);

  /** The survivors of the records with this handle. */
  Future<List<UUID>> holders(Handle handle);

  /** Deletes what is older than {@code before}, some thousands at a time; true when there is more. */
  Future<Boolean> prune(Instant before);
}
