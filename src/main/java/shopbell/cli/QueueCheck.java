package shopbell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import shopbell.config.DidYouMean;
import shopbell.config.Settings;
import shopbell.model.Agent;
import shopbell.model.Role;

/**
 * The queues that agents work in or the configuration names. Interactions waiting in any other queue are invisible,
 * unless some agents work in all queues.
 *
 * @param restricted whether every agent works in some queues only
 */
record QueueCheck(Set<String> names, boolean restricted) {
  QueueCheck {
    names = Set.copyOf(names);
  }

  static QueueCheck of(Settings settings, List<Agent> users) {
    Set<String> names = new TreeSet<>(settings.named("queues").keySet());
    users.forEach(user -> names.addAll(user.queues()));
    List<Agent> agents =
        users.stream().filter(user -> user.role() == Role.AGENT).toList();
    return new QueueCheck(
        names,
        !agents.isEmpty() && agents.stream().noneMatch(agent -> agent.queues().isEmpty()));
  }

  /** The doubt about a queue name; empty when an agent may see the interactions that wait there. */
  Optional<String> doubt(String queue) {
    if (names.contains(queue)) {
      return Optional.empty();
    }
    Optional<String> near = DidYouMean.nearest(queue, names);
    return near.isEmpty() && !restricted
        ? Optional.empty()
        : Optional.of("no agent works in the queue " + queue
            + near.map(name -> "; did you mean " + name + "?").orElse(""));
  }

  /** Checks the default queues of the doors, each with its key. */
  List<String> doubts(Settings settings) {
    List<String> doubts = new ArrayList<>();
    settings
        .named("ingress")
        .forEach((door, keys) -> Optional.ofNullable(keys.get("queue"))
            .flatMap(this::doubt)
            .ifPresent(what -> doubts.add("ingress." + door + ".queue: " + what)));
    return doubts;
  }
}
