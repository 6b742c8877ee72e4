package shopbell.decision.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import shopbell.card.content.CardBuilder;
import shopbell.decision.DecisionInput;
import shopbell.insight.KnownCustomer;
import shopbell.insight.TrailText;
import shopbell.model.Priority;
import shopbell.model.card.CardTiming;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.decision.Action;
import shopbell.model.decision.ActionCatalogue;
import shopbell.model.decision.ActionState;
import shopbell.model.decision.ActionVersion;
import shopbell.model.decision.Decision;
import shopbell.model.decision.DecisionFacts;
import shopbell.model.decision.DecisionRequest;
import shopbell.model.decision.PersonHistory;
import shopbell.model.decision.Veto;

/** The examples of docs/decisions.md, on a customer with an order and a late parcel. */
class DecisionsDocumentTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

  private static List<String> examples() throws IOException {
    return EXAMPLE
        .matcher(Files.readString(Path.of("docs/decisions.md")))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static KnownCustomer customer() {
    return new KnownCustomer().bought("B1 · 120.50 EUR", "4d").parcel("P1", "2d", "");
  }

  private static Decision decided(String action, KnownCustomer customer) throws IOException {
    CardBuilder.Frame frame = new CardBuilder.Frame(
        Optional.empty(),
        CustomerMatch.unknown(List.of()),
        new CardTiming(Instant.EPOCH, Optional.empty(), Optional.empty()));
    DecisionFacts facts = CardFacts.of(
        new CardBuilder(KnownCustomer.ENGLISH, KnownCustomer.CATALOGUE)
            .insight(frame, customer.look().summary(), TrailText.NOW)
            .card(Duration.ZERO),
        TrailText.NOW);
    Action read = ActionReader.read(action);
    Veto veto = VetoReader.read(examples().get(1));
    ActionCatalogue catalogue = new ActionCatalogue(
        List.of(new ActionVersion(read, 1, ActionState.LIVE, "dora", Instant.EPOCH, "")),
        List.of(veto));
    return CompiledCatalogue.of(catalogue, ZoneOffset.UTC)
        .decide(new DecisionInput(
            new DecisionRequest(
                new UUID(1, 1), Optional.empty(), "call", Optional.of("support"), "card", 3),
            facts,
            catalogue,
            PersonHistory.NONE,
            List.of(),
            Map.of(),
            ZoneOffset.UTC));
  }

  /** The days of the example are those of one winter, and test customers have no time of their last order. */
  private static String always() throws IOException {
    return examples()
        .get(0)
        .replaceAll("(?m)^(from|until): .*\n", "")
        .replace("value.lastOrderAt", "journey.items[kind = 'order'][0].at");
  }

  @Test
  void theActionIsShownToACustomerWhoWaitsForAParcel() throws IOException {
    Decision decision = decided(always(), customer());
    assertEquals(1, decision.shown().size(), decision.candidates().toString());
    assertEquals(
        "Offer express for B1 · 120.50 EUR",
        decision.shown().get(0).texts().title().en());
    assertEquals("Ordered 4 days ago", decision.shown().get(0).because().en());
    assertEquals("Hat vor 4 Tagen bestellt", decision.shown().get(0).because().de());
  }

  @Test
  void theVetoIsQuietWithoutAComplaint() throws IOException {
    Decision decision = decided(always(), customer().asked("7", Priority.NORMAL, "1d"));
    assertTrue(decision.vetoed().isEmpty());
  }

  @Test
  void everyKeyOfTheExampleIsInItsTable() throws IOException {
    String page = Files.readString(Path.of("docs/decisions.md"));
    LibraryWriter.document(ActionReader.read(examples().get(0)))
        .keySet()
        .forEach(key -> assertTrue(page.contains("`" + key + "`"), key));
  }
}
