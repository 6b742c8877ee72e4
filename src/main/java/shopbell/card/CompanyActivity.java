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

/** The open calls and chats of each company, on all nodes, with their agents. Thread-safe. */
public final class CompanyActivity {
  private final Consumer<CompanyLineChanged> listener;
  private final Map<UUID, Line> open = new HashMap<>();
  private final Map<UUID, Map<UUID, OnTheLine>> companies = new HashMap<>();

  /** {@code listener} gets what {@link #changedHere} has found out. */
  CompanyActivity(Consumer<CompanyLineChanged> listener) {
    this.listener = listener;
  }

  /** The company and the state on {@code card}. */
  static CompanyLineChanged of(Card card) {
    return new CompanyLineChanged(card.interaction().orElseThrow().id(), line(card));
  }

  /** The interaction is over. */
  static CompanyLineChanged ended(UUID interaction) {
    return new CompanyLineChanged(interaction, Optional.empty());
  }

  /** A change on a card of this node; {@code others} gets the interactions whose cards have to change. */
  void changedHere(CompanyLineChanged word, Consumer<Set<UUID>> others) {
    apply(word).ifPresent(changed -> {
      others.accept(changed);
      listener.accept(word);
    });
  }

  /** Takes a change; the other interactions whose cards have to change, or empty if it is known already. */
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

  /** All open lines, for a node that has just joined. */
  public synchronized List<CompanyLineChanged> all() {
    return open.entrySet().stream()
        .map(entry -> new CompanyLineChanged(entry.getKey(), Optional.of(entry.getValue())))
        .toList();
  }

  /** The card with the other open interactions of its company. */
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
