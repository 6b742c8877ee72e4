package shopbell.card;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import shopbell.events.Change.CompanyLineChanged;
import shopbell.events.Change.Line;
import shopbell.model.card.Card;
import shopbell.model.customer.Company.OnTheLine;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionState;

/** Who of which company is in a call or chat right now, at any node, and with whom. Thread-safe. */
public final class CompanyActivity {
  private final Consumer<CompanyLineChanged> listener;
  private final Map<UUID, Line> open = new HashMap<>();
  private final Map<UUID, Map<UUID, OnTheLine>> companies = new HashMap<>();

  /** {@code listener} hears what {@link #changedHere} has found out. */
  CompanyActivity(Consumer<CompanyLineChanged> listener) {
    this.listener = listener;
  }

  /** What {@code card} says of its interaction. */
  static CompanyLineChanged of(Card card) {
    return new CompanyLineChanged(card.interaction().orElseThrow().id(), line(card));
  }

  /** It is over. */
  static CompanyLineChanged ended(UUID interaction) {
    return new CompanyLineChanged(interaction, Optional.empty());
  }

  /** Found out by a card of this node: {@code others} hears the interactions whose cards say something else now. */
  void changedHere(CompanyLineChanged word, Consumer<Set<UUID>> others) {
    apply(word).ifPresent(changed -> {
      others.accept(changed);
      listener.accept(word);
    });
  }

  /** Remembers it; empty when that is no news, otherwise the other interactions whose cards say something else now. */
  synchronized Optional<Set<UUID>> apply(CompanyLineChanged word) {
    UUID id = word.interaction();
    Optional<Line> before = Optional.ofNullable(open.get(id));
    if (before.equals(word.line())) {
      return Optional.empty();
    }
    Set<UUID> others = new HashSet<>();
    before.ifPresent(line -> {
      open.remove(id);
      others.addAll(left(id, line));
    });
    word.line().ifPresent(line -> {
      open.put(id, line);
      Map<UUID, OnTheLine> theirs = companies.computeIfAbsent(line.company(), c -> new HashMap<>());
      theirs.put(id, line.who());
      others.addAll(theirs.keySet());
    });
    others.remove(id);
    return Optional.of(others);
  }

  private Set<UUID> left(UUID id, Line line) {
    Map<UUID, OnTheLine> rest = companies.get(line.company());
    rest.remove(id);
    if (rest.isEmpty()) {
      companies.remove(line.company());
    }
    return rest.keySet();
  }

  /** Everything that is known, for somebody who has heard nothing yet. */
  public synchronized List<CompanyLineChanged> all() {
    return open.entrySet().stream()
        .map(entry -> new CompanyLineChanged(entry.getKey(), Optional.of(entry.getValue())))
        .toList();
  }

  /** The card with everybody else of its company who is on the line. */
  Card addTo(Card card) {
    return card.company()
        .map(company -> card.with(company.with(of(company.id())
            .filter(who ->
                card.customer().filter(c -> c.id().equals(who.customer())).isEmpty())
            .sorted(Comparator.comparing(OnTheLine::interaction))
            .toList())))
        .orElse(card);
  }

  private synchronized Stream<OnTheLine> of(UUID company) {
    return List.copyOf(companies.getOrDefault(company, Map.of()).values()).stream();
  }

  private static Optional<Line> line(Card card) {
    Interaction interaction = card.interaction().orElseThrow();
    if (interaction.state().compareTo(InteractionState.WRAP_UP) >= 0) {
      return Optional.empty();
    }
    boolean talks = interaction.state().compareTo(InteractionState.ACTIVE) >= 0;
    Optional<String> agent = interaction.agents().stream().findFirst().filter(a -> talks);
    return card.company()
        .flatMap(company -> card.customer()
            .map(customer -> new Line(
                company.id(),
                new OnTheLine(
                    interaction.id(),
                    customer.id(),
                    customer.name(),
                    interaction.channel(),
                    agent))));
  }
}
