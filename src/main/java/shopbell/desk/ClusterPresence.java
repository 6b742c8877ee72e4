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

/** Who is connected at any node. A node that does not answer within half a second is taken as empty. */
public record ClusterPresence(Desk desk, ClusterBus nodes) {
  private static final String SEATS = "seats";
  private static final String HERE = "here";
  private static final String LOOKING = "looking";

  /** From now on other nodes hear who is here. */
  public void open() {
    nodes.answer(SEATS, all -> Json.write(desk.seats()));
    nodes.answer(HERE, names -> Json.write(desk.here(names(names), false)));
    nodes.answer(LOOKING, names -> Json.write(desk.here(names(names), true)));
  }

  /** Everybody, by name; who is at several nodes is one seat. */
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

  /** Those of {@code names} who are connected at another node. */
  Future<Set<String>> elsewhere(List<String> names) {
    return asked(HERE, names);
  }

  /** Those of {@code names} whom no browser at another node shows what they are sent. */
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
