package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import shopbell.model.Direction;
import shopbell.model.card.ContactReason;
import shopbell.model.card.CustomerSummary;
import shopbell.model.event.ContactRecord;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionState;
import shopbell.prediction.reason.LabelledContact;
import shopbell.prediction.reason.ReasonFit;

/** Compares the predicted reason of a contact with the reason an agent recorded. */
public record PredictionCheck(RuleInput.Tongue tongue) {
  private static final Duration WEEK = Duration.ofDays(7);

  /** One contact: its time, the data at that time, and its actual reason. */
  public record Case(Instant at, RuleInput look, String said) {}

  /** Shares of all contacts; {@code nothing} is the share without a shown reason. */
  public record Hits(double top1, double top3, double nothing) {}

  /** The contact as if it had arrived live. */
  public Case of(ContactRecord contact, CustomerSummary customerSummary) {
    Interaction interaction = new Interaction(
        new java.util.UUID(1, 1),
        contact.channel(),
        Direction.IN,
        InteractionState.RINGING,
        Optional.empty(),
        Optional.empty(),
        contact.queue(),
        List.of(),
        "archive",
        contact.id().id(),
        Optional.empty(),
        contact.at(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0,
        Optional.empty());
    RuleInput ruleInput =
        RuleInput.at(customerSummary, Optional.of(interaction), tongue, contact.at());
    return new Case(contact.at(), ruleInput, contact.reason().orElseThrow());
  }

  private static LearnedReasons learned(List<Case> from) {
    List<LabelledContact> contacts = from.stream()
        .map(c -> new LabelledContact(
            ContactReasons.of(c.look(), LearnedReasons.stated()).features(), c.said()))
        .toList();
    return new LearnedReasons(
        ReasonFit.learned(
            LearnedReasons.statedModel(
                contacts.stream().map(LabelledContact::reason).toList()),
            contacts),
        Map.of(),
        false);
  }

  /** Of {@code of}, having learned from {@code from}. */
  public static Hits hits(List<Case> from, List<Case> of) {
    LearnedReasons learned = learned(from);
    Tally tally = new Tally();
    of.forEach(c -> tally.take(c, learned));
    return tally.hits();
  }

  /** Each week by what was said in all weeks before. */
  public static Hits asItWouldHaveRun(List<Case> cases) {
    Tally tally = new Tally();
    LearnedReasons learned = learned(List.of());
    Instant next = cases.get(0).at().plus(WEEK);
    for (int i = 0; i < cases.size(); i++) {
      if (cases.get(i).at().isAfter(next)) {
        learned = learned(cases.subList(0, i));
        next = next.plus(WEEK);
      }
      tally.take(cases.get(i), learned);
    }
    return tally.hits();
  }

  private static final class Tally {
    private int all;
    private int first;
    private int three;
    private int nothing;

    void take(Case one, LearnedReasons learned) {
      List<String> topics = ContactReasons.of(one.look(), learned).likeliest().stream()
          .map(ContactReason::topic)
          .toList();
      all++;
      nothing += topics.isEmpty() ? 1 : 0;
      first += !topics.isEmpty() && topics.get(0).equals(one.said()) ? 1 : 0;
      three += topics.contains(one.said()) ? 1 : 0;
    }

    Hits hits() {
      return new Hits((double) first / all, (double) three / all, (double) nothing / all);
    }
  }

  /** What was said most often. */
  public static String mostCommon(List<Case> cases) {
    return ranked(cases).get(0);
  }

  /** How often one of the three that were said most often is right. */
  public static double threeMostCommon(List<Case> from, List<Case> of) {
    List<String> three = ranked(from).subList(0, 3);
    return (double) of.stream().filter(c -> three.contains(c.said())).count() / of.size();
  }

  private static List<String> ranked(List<Case> cases) {
    return cases.stream()
        .collect(Collectors.groupingBy(Case::said, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(Comparator.comparing((Map.Entry<String, Long> e) -> -e.getValue())
            .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** For each fifth of probability: how many first guesses said so, and how many of them were right. */
  public static List<String> calibration(List<Case> from, List<Case> of) {
    LearnedReasons learned = learned(from);
    Map<Integer, List<Boolean>> byFifth = new TreeMap<>();
    for (Case one : of) {
      ContactReasons.of(one.look(), learned).likeliest().stream()
          .findFirst()
          .ifPresent(contactReason -> byFifth
              .computeIfAbsent(
                  (int) Math.min(4, contactReason.weight() * 5), f -> new ArrayList<>())
              .add(contactReason.topic().equals(one.said())));
    }
    Function<List<Boolean>, Double> right =
        all -> (double) all.stream().filter(x -> x).count() / all.size();
    return byFifth.entrySet().stream()
        .map(e -> String.format(
            Locale.ROOT,
            "%3d to %3d %%: %5d guesses, %.3f right",
            e.getKey() * 20,
            e.getKey() * 20 + 20,
            e.getValue().size(),
            right.apply(e.getValue())))
        .toList();
  }
}
