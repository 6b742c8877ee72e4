package shopbell.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.journey.StepCatalogueReader;
import shopbell.model.customer.Journey;

class StepCatalogueTest {
  private static final StepCatalogue OWN = new StepCatalogue(StepCatalogueReader.read(""), "en");

  private static Journey.Item item(String name, String minutesAgo, String outcome) {
    return new Journey.Item(
        name + minutesAgo,
        TrailText.ago(minutesAgo),
        "web",
        "touchpoint",
        name,
        "",
        "shop",
        Optional.of(outcome).filter(word -> !word.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "product.viewed, Product viewed",
    "Product Viewed, Product viewed",
    "product_viewed, Product viewed",
    "productViewed, Product viewed",
    "wizard.step-2, Wizard step 2",
    "configuratorOpened, Configurator Opened",
    "Öffnungszeiten, Öffnungszeiten",
    "***, ***"
  })
  void namesAreSaidInWordsAndUnknownOnesMadeReadable(String name, String label) {
    assertEquals(label, OWN.label(name));
  }

  @ParameterizedTest
  @CsvSource({
    "checkout.started, '', START",
    "Checkout Started, '', START",
    "login.failed, '', ERROR",
    "returns.viewed, '', HELP",
    "product.viewed, '', VIEW",
    "product.viewed, failed, ERROR",
    "product.viewed, abandoned, ABANDON",
    "configurator.abandoned, '', ABANDON",
    "quiz.submitted, '', DONE",
    "something.else, '', VIEW"
  })
  void aStepIsWhatTheCatalogueSaysUnlessItsOutcomeSaysMore(
      String name, String outcome, StepMeaning stepMeaning) {
    assertEquals(stepMeaning, OWN.act(item(name, "1m", outcome)));
  }

  @Test
  void theOtherLanguageStandsInForAMissingOne() {
    Map<String, Map<String, String>> german = Map.of("quiz.won", Map.of("de", "Quiz gewonnen"));
    assertEquals("Quiz gewonnen", new StepCatalogue(german, "en").label("quiz.won"));
  }

  @Test
  void touchpointsWithinThirtyMinutesAreOneVisitWhateverHappensBetween() {
    Journey.Item order = new Journey.Item(
        "o",
        TrailText.ago("15m"),
        "shop",
        "order",
        "order.paid",
        "B1",
        "shop",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
    List<Journey.Item> told = VisitSessions.told(
        List.of(item("c", "10m", ""), order, item("b", "40m", ""), item("a", "71m", "")),
        List.of(),
        OWN);
    assertEquals(
        List.of("b40m", "-", "b40m", "a71m"),
        told.stream().map(i -> i.session().orElse("-")).toList());
    assertEquals("Order paid", told.get(1).label().orElseThrow());
  }

  @Test
  void whatCameBeforeAPageTellsWhereItsLastVisitBegan() {
    List<Journey.Item> told = VisitSessions.told(
        List.of(item("c", "10m", "")), List.of(item("b", "30m", ""), item("a", "61m", "")), OWN);
    assertEquals(
        List.of("b30m"), told.stream().map(i -> i.session().orElse("-")).toList());
  }
}
