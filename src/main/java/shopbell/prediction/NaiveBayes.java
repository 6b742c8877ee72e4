package shopbell.prediction;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Naive Bayes over binary signals (the multivariate Bernoulli model: Manning, Raghavan, Schütze, Introduction to
 * Information Retrieval, section 13.3); stated priors count as earlier contacts. Immutable.
 */
public final class NaiveBayes {
  /** The signals when a contact arrived, and its actual reason. */
  public record Example(Set<String> signals, String topic) {
    public Example {
      signals = Set.copyOf(signals);
    }
  }

  /**
   * The model before any example.
   *
   * @param strength how many contacts of each topic the priors are worth
   * @param elsewhere the probability of a signal that {@code given} does not name
   * @param topics how frequent each topic is, in any unit; {@code strength} contacts in all for each unit of the mean
   * @param given for each topic the probability of a signal
   */
  public record Priors(
      double strength,
      double elsewhere,
      Map<String, Double> topics,
      Map<String, Map<String, Double>> given) {
    public Priors {
      topics = Map.copyOf(topics);
      given = Map.copyOf(given);
    }

    double of(String topic, String signal) {
      return given.getOrDefault(topic, Map.of()).getOrDefault(signal, elsewhere);
    }
  }

  private final Map<String, Double> start = new TreeMap<>();
  private final Map<String, Double> alone = new TreeMap<>();
  private final Map<String, Map<String, Double>> change = new HashMap<>();
  private final Map<String, Integer> met = new HashMap<>();

  private NaiveBayes() {}

  /** Counts {@code examples} on top of {@code priors}; topics and signals missing there are learned too. */
  public static NaiveBayes of(Priors priors, List<Example> examples) {
    Map<String, Integer> contacts = new HashMap<>();
    Map<String, Map<String, Integer>> seen = new HashMap<>();
    Set<String> signals = new HashSet<>();
    priors.given().values().forEach(of -> signals.addAll(of.keySet()));
    for (Example example : examples) {
      contacts.merge(example.topic(), 1, Integer::sum);
      signals.addAll(example.signals());
      Map<String, Integer> of = seen.computeIfAbsent(example.topic(), t -> new HashMap<>());
      example.signals().forEach(signal -> of.merge(signal, 1, Integer::sum));
    }
    Set<String> topics = new HashSet<>(priors.topics().keySet());
    topics.addAll(contacts.keySet());
    double mean =
        priors.topics().values().stream().mapToDouble(x -> x).average().orElse(1);
    NaiveBayes learned = new NaiveBayes();
    examples.forEach(one -> one.signals().forEach(s -> learned.met.merge(s, 1, Integer::sum)));
    for (String topic : topics) {
      int n = contacts.getOrDefault(topic, 0);
      double before = priors.topics().getOrDefault(topic, mean) / mean * priors.strength();
      learned.topic(topic, Math.log(before + n), signals, signal -> {
        double on = seen.getOrDefault(topic, Map.of()).getOrDefault(signal, 0);
        return (priors.strength() * priors.of(topic, signal) + on) / (priors.strength() + n);
      });
    }
    return learned;
  }

  private interface Likelihood {
    double of(String signal);
  }

  /** First the absence of every signal; the difference that a present one makes is stored beside it. */
  private void topic(String topic, double prior, Set<String> signals, Likelihood likelihood) {
    double absent = prior;
    alone.put(topic, prior);
    Map<String, Double> changes = new HashMap<>();
    for (String signal : signals) {
      double p = likelihood.of(signal);
      absent += Math.log1p(-p);
      changes.put(signal, Math.log(p) - Math.log1p(-p));
    }
    start.put(topic, absent);
    change.put(topic, changes);
  }

  /** The probability of each topic; they add up to one. A signal without any example is ignored. */
  public Map<String, Double> posterior(Set<String> signals) {
    Map<String, Double> odds = new TreeMap<>();
    start.forEach((topic, absent) -> {
      Map<String, Double> changes = change.get(topic);
      odds.put(
          topic,
          absent
              + signals.stream().mapToDouble(s -> changes.getOrDefault(s, 0.0)).sum());
    });
    return shares(odds);
  }

  /** The probability of each topic given {@code signal} alone: the other signals are unknown. */
  public Map<String, Double> given(String signal) {
    Map<String, Double> odds = new TreeMap<>();
    alone.forEach((topic, prior) -> {
      double change = this.change.get(topic).getOrDefault(signal, 0.0);
      odds.put(topic, prior + change - Math.log1p(Math.exp(change)));
    });
    return shares(odds);
  }

  /** In how many of the examples {@code signal} was present. */
  public int met(String signal) {
    return met.getOrDefault(signal, 0);
  }

  /** All topics of the priors and examples. */
  public Set<String> topics() {
    return Collections.unmodifiableSet(alone.keySet());
  }

  private static Map<String, Double> shares(Map<String, Double> odds) {
    double most = odds.values().stream().mapToDouble(x -> x).max().orElse(0);
    odds.replaceAll((topic, log) -> Math.exp(log - most));
    double all = odds.values().stream().mapToDouble(x -> x).sum();
    odds.replaceAll((topic, share) -> share / all);
    return odds;
  }
}
