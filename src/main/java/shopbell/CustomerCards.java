package shopbell;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.card.SummaryStore;
import shopbell.config.Settings;
import shopbell.i18n.Words;
import shopbell.insight.CardBuild;
import shopbell.insight.Catalogue;
import shopbell.journey.StepCatalogueReader;
import shopbell.model.Card;
import shopbell.model.Match;
import shopbell.model.MatchStatus;
import shopbell.model.SourceStatus;
import shopbell.model.Timing;

/** The card of a customer who is looked up, and not in contact. */
record CustomerCards(SummaryStore summaries, CardBuild build, Showing showing, InstantSource clock) {
  /** In the words of {@code settings}. */
  static CardBuild build(Settings settings, Words words) {
    Catalogue catalogue = new Catalogue(
        StepCatalogueReader.read(settings.text("journey.catalogue")),
        settings.locale().getLanguage());
    return new CardBuild(words, catalogue);
  }

  /** Fails with NOT_FOUND when there is no such customer. */
  Future<Card> of(UUID customer) {
    Instant asked = clock.instant();
    List<SourceStatus> others = showing.sources(customer);
    return summaries.of(customer, asked).map(summary -> {
      Timing timing = new Timing(asked, Optional.of(asked), Optional.empty());
      CardBuild.Frame frame =
          new CardBuild.Frame(Optional.empty(), chosen(summary.customer().id()), timing);
      Duration took = Duration.between(asked, clock.instant());
      return showing.joined(build.thought(frame, summary, asked).card(took).besides(others));
    });
  }

  private static Match chosen(UUID customer) {
    return new Match(
        MatchStatus.KNOWN,
        Optional.of(customer),
        Optional.empty(),
        false,
        1,
        List.of(),
        List.of(),
        List.of(),
        0);
  }
}
