package shopbell.decision.library;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import shopbell.model.card.Card;
import shopbell.model.card.SuggestedAction;
import shopbell.model.card.SuggestedAction.ActionWords;
import shopbell.model.card.SuggestedAction.MeasuredEffect;
import shopbell.model.decision.ActionEffect;
import shopbell.model.decision.DecidedAction;
import shopbell.model.decision.Decision;
import shopbell.model.decision.LocalText;

/**
 * Puts a decision on its card.
 *
 * @param language of {@code text}, {@code because} and {@code veto}
 * @param effects the measured ones, by the name of the action
 */
public record SuggestedActions(String language, Map<String, ActionEffect> effects) {
  public SuggestedActions {
    effects = Map.copyOf(effects);
  }

  /** {@code card} with the shown actions, best first, and the vetoed ones after them. */
  public Card on(Card card, Decision decision, Optional<UUID> answerable) {
    return card.withActions(Stream.concat(decision.shown().stream(), decision.vetoed().stream())
        .map(one -> suggested(one, card, decision.at(), answerable))
        .toList());
  }

  private SuggestedAction suggested(
      DecidedAction one, Card card, Instant now, Optional<UUID> answerable) {
    LocalText title = one.texts().title();
    String said = one.because().in(language);
    return new SuggestedAction(
        one.name(),
        title.in(language),
        one.isVetoed() ? "" : said,
        Optional.of(said).filter(why -> one.isVetoed()),
        BuiltInSentences.of(one, card, now),
        answerable,
        effect(one.name()),
        one.texts().steps(),
        one.version().action().start(),
        new ActionWords(title, one.because()));
  }

  /** Empty while there are too few persons for a statement. */
  public Optional<MeasuredEffect> effect(String action) {
    return Optional.ofNullable(effects.get(action))
        .filter(effect -> effect.verdict() != ActionEffect.Verdict.TOO_NEW)
        .map(effect ->
            new MeasuredEffect(effect.with(), effect.without(), effect.low(), effect.high()));
  }
}
