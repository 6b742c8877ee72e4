package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopbell.i18n.Words;
import shopbell.model.Sentence;
import shopbell.model.card.CustomerSummary;
import shopbell.model.customer.Journey;
import shopbell.model.interaction.Interaction;

/** The input of a rule: all data of one customer, the current contact, the language and the time. */
public record RuleInput(
    CustomerSummary summary,
    Optional<Interaction> interaction,
    RecentActivity trail,
    Tongue tongue,
    Instant now) {
  private static final Pattern PRICED =
      Pattern.compile("(.* · )(-?\\d{1,14}(?:\\.\\d{1,4})?) ([A-Z]{3})");

  /** The words of the configured language, and the display names of steps. */
  public record Tongue(Words words, StepCatalogue catalogue) {}

  /** The input at one instant. */
  public static RuleInput at(
      CustomerSummary customerSummary,
      Optional<Interaction> interaction,
      Tongue tongue,
      Instant now) {
    RecentActivity recentActivity =
        RecentActivity.of(customerSummary, interaction, tongue.catalogue(), now);
    return new RuleInput(customerSummary, interaction, recentActivity, tongue, now);
  }

  /** The texts in the language of the installation. */
  public Words words() {
    return tongue.words();
  }

  /** The meanings of journey steps, built-in and configured. */
  public StepCatalogue catalogue() {
    return tongue.catalogue();
  }

  /** Whether {@code at} is past, and not longer ago than {@code span}. */
  public boolean within(Duration span, Instant at) {
    return !at.isAfter(now) && at.isAfter(now.minus(span));
  }

  /** The text of a step, for a sentence: an order's total is an amount. */
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
