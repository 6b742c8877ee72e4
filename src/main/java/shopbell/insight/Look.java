package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopbell.i18n.Words;
import shopbell.model.Interaction;
import shopbell.model.Journey;
import shopbell.model.Sentence;
import shopbell.model.Summary;

/** What a rule sees: everything known of one customer, the contact that goes on, the language and the time. */
public record Look(
    Summary summary, Optional<Interaction> interaction, Trail trail, Tongue tongue, Instant now) {
  private static final Pattern PRICED =
      Pattern.compile("(.* · )(-?\\d{1,14}(?:\\.\\d{1,4})?) ([A-Z]{3})");

  /** The words of the configured language, and those for what systems call steps. */
  public record Tongue(Words words, Catalogue catalogue) {}

  static Look at(Summary summary, Optional<Interaction> interaction, Tongue tongue, Instant now) {
    Trail trail = Trail.of(summary, interaction, tongue.catalogue(), now);
    return new Look(summary, interaction, trail, tongue, now);
  }

  Words words() {
    return tongue.words();
  }

  Catalogue catalogue() {
    return tongue.catalogue();
  }

  /** Whether {@code at} is past, and not longer ago than {@code span}. */
  boolean within(Duration span, Instant at) {
    return !at.isAfter(now) && at.isAfter(now.minus(span));
  }

  /** What a step of the journey says, for a sentence: what an order cost is an amount. */
  Object text(Journey.Item item) {
    Matcher priced = PRICED.matcher(item.text());
    return item.kind().equals("order") && priced.matches()
        ? Map.of("before", priced.group(1), "amount", priced.group(2), "currency", priced.group(3))
        : item.text();
  }

  Object since(Instant at) {
    return Sentence.since(at, now);
  }
}
