package shopbell.desk;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import shopbell.cluster.ClusterBus;
import shopbell.json.Json;

/** The connected agents of all nodes. A node that does not answer within half a second counts as empty. */
public record ClusterPresence(Desk desk, ClusterBus nodes) {
  private static final String SEATS = "seats";
  private static final String HERE = "here";
  private static final String LOOKING = "looking";

  /** Starts answering other nodes with the agents connected here. */
  public void open() {
    nodes.answer(SEATS, all -> Json.write(desk.seats()));
    nodes.answer(HERE, names -> Json.write(desk.here(names(names), false)));
    nodes.answer(LOOKING, names -> Json.write(desk.here(names(names), true)));
  }

  /** All agents, by name; an agent connected to several nodes appears once. */
  public Future<List<AgentStatus>> all() {
    return nodes.ask(SEATS, "").map(answers -> {
      Map<String, AgentStatus> byName = new TreeMap<>();
      List<AgentStatus> every = new ArrayList<>(desk.seats());
      answers.forEach(answer -> every.addAll(List.of(Json.read(answer, AgentStatus[].class))));
      every.forEach(
          agentStatus -> byName.merge(agentStatus.name(), agentStatus, ClusterPresence::one));
      return List.copyOf(byName.values());
    });
  }

  /** Those of {@code names} who are connected to another node. */
  Future<Set<String>> elsewhere(List<String> names) {
    return asked(HERE, names);
  }

  /** Those of {@code names} without a browser at another node that paints their cards. */
  public Future<List<String>> lookingNowhere(List<String> names) {
    return asked(LOOKING, names)
        .map(looking -> names.stream().filter(name -> !looking.contains(name)).toList());
  }

  private Future<Set<String>> asked(String question, List<String> names) {
    return nodes.ask(question, Json.write(names)).map(answers -> {
      Set<String> found = new HashSet<>();
      answers.forEach(answer -> found.addAll(names(answer)));
      return found;
    });
  }

  private static List<String> names(String json) {
    return List.of(Json.read(json, String[].class));
  }

  private static AgentStatus one(AgentStatus a, AgentStatus b) {
    return new AgentStatus(
        a.name(),
        a.queues(),
        true,
        a.looking() || b.looking(),
        Math.max(a.open(), b.open()),
        List.of(a.since(), b.since()).stream().min(Comparator.naturalOrder()).orElseThrow());
  }
}
