package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shopbell.customer.CustomerStore;
import shopbell.customer.OrderStatusStore;
import shopbell.customer.PromiseStore;
import shopbell.desk.AgentStatus;
import shopbell.desk.MissedInteractions;
import shopbell.ingress.DoorAdministration;
import shopbell.interaction.InteractionNotes;
import shopbell.json.Json;
import shopbell.model.Agent;
import shopbell.model.card.Card;
import shopbell.model.customer.CustomerActivity;
import shopbell.model.customer.Duplicate;
import shopbell.model.customer.Identity;
import shopbell.model.customer.MergePreview;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.QueueRules;
import shopbell.security.AccessEntry;
import shopbell.security.ApiKeys;
import shopbell.security.AuditEntry;
import shopbell.sources.SourceAdministration;
import shopbell.training.ReasonQuality;
import shopbell.webhook.DeadLetters;

/** The records that answers are written from have the schemas of the OpenAPI file, in all their parts and words. */
class RecordSchemasTest {
  private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
      Map.entry("Act", AuditEntry.class),
      Map.entry("Activity", CustomerActivity.class),
      Map.entry("Agent", Agent.class),
      Map.entry("Card", Card.class),
      Map.entry("Connector", DoorAdministration.ConnectorFile.class),
      Map.entry("DeadLetter", DeadLetters.Letter.class),
      Map.entry("Delivery", DoorAdministration.Delivery.class),
      Map.entry("Door", DoorAdministration.DoorReport.class),
      Map.entry("Duplicate", Duplicate.class),
      Map.entry("Found", CustomerStore.SearchHit.class),
      Map.entry("Identity", Identity.class),
      Map.entry("IgnoredHandle", DoorAdministration.IgnoredCount.class),
      Map.entry("Key", ApiKeys.ApiKey.class),
      Map.entry("Look", AccessEntry.class),
      Map.entry("MapTrial", DoorAdministration.MapTrial.class),
      Map.entry("MergePreview", MergePreview.class),
      Map.entry("Message", Interaction.Message.class),
      Map.entry("Missed", MissedInteractions.Missed.class),
      Map.entry("Owed", PromiseStore.Owed.class),
      Map.entry("QueueRules", QueueRules.class),
      Map.entry("Range", ReasonQuality.Range.class),
      Map.entry("ReasonFigures", ReasonQuality.Figures.class),
      Map.entry("ReasonQuality", Quality.class),
      Map.entry("Receiver", DeadLetters.Receiving.class),
      Map.entry("Seat", AgentStatus.class),
      Map.entry("Source", SourceAdministration.SourceReport.class),
      Map.entry("SourceTrial", SourceAdministration.ShownTrial.class),
      Map.entry("UnknownStatus", OrderStatusStore.Unknown.class),
      Map.entry("WrapUp", InteractionNotes.Ending.class));

  /** As it is answered. */
  private record Quality(ReasonQuality.Report measured, ReasonQuality.Learned learned) {}

  static List<String> names() {
    return RECORDS.keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatARecordIsWrittenAsIsDescribed(String name) {
    SchemaFile schema = SchemaFile.component(name);
    List<SchemaSpecimens> all = new ArrayList<>();
    for (int turn = 0; turn < SchemaSpecimens.TURNS; turn++) {
      all.add(new SchemaSpecimens(turn, true));
      all.add(new SchemaSpecimens(turn, false));
    }
    for (SchemaSpecimens specimens : all) {
      String json = Json.write(specimens.of(RECORDS.get(name)));
      assertEquals(List.of(), schema.faults(json), json);
    }
  }
}
