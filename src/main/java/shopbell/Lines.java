package shopbell;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopbell.model.Card;
import shopbell.model.Company.OnTheLine;
import shopbell.model.Interaction;
import shopbell.model.State;

/** Who of which company is in a call or chat right now, and with whom. Thread-safe. */
final class Lines {
  /** One open interaction of somebody of a company. */
  private record Line(UUID company, OnTheLine who) {}

  private final Map<UUID, Line> open = new ConcurrentHashMap<>();

  /** Remembers who is on the line by {@code card}; the interactions whose cards say something else now. */
  Set<UUID> changed(Card card) {
    UUID id = card.interaction().orElseThrow().id();
    Optional<Line> now = line(card);
    return told(id, now.isPresent() ? open.put(id, now.get()) : open.remove(id), now);
  }

  /** The same when {@code interaction} is over. */
  Set<UUID> ended(UUID interaction) {
    return told(interaction, open.remove(interaction), Optional.empty());
  }

  private Set<UUID> told(UUID interaction, Line before, Optional<Line> now) {
    if (Objects.equals(before, now.orElse(null))) {
      return Set.of();
    }
    Set<UUID> companies = Stream.concat(Stream.ofNullable(before), now.stream())
        .map(Line::company)
        .collect(Collectors.toSet());
    return open.entrySet().stream()
        .filter(entry -> companies.contains(entry.getValue().company()))
        .map(Map.Entry::getKey)
        .filter(id -> !id.equals(interaction))
        .collect(Collectors.toSet());
  }

  /** The card with everybody else of its company who is on the line. */
  Card onto(Card card) {
    return card.company()
        .map(company -> card.with(company.with(open.values().stream()
            .filter(line -> line.company().equals(company.id()))
            .map(Line::who)
            .filter(who ->
                card.customer().filter(c -> c.id().equals(who.customer())).isEmpty())
            .sorted(Comparator.comparing(OnTheLine::interaction))
            .toList())))
        .orElse(card);
  }

  private static Optional<Line> line(Card card) {
    Interaction interaction = card.interaction().orElseThrow();
    if (interaction.state().compareTo(State.WRAP_UP) >= 0) {
      return Optional.empty();
    }
    boolean talks = interaction.state().compareTo(State.ACTIVE) >= 0;
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
