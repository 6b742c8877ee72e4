package shopbell;

import java.util.List;
import java.util.Optional;
import shopbell.metrics.Meters;
import shopbell.model.Agent;
import shopbell.model.Card;
import shopbell.model.Course;
import shopbell.model.Role;
import shopbell.model.State;
import shopbell.security.UserDirectory;

/** For whom an interaction is, whatever its sender calls them. */
record Addressees(UserDirectory directory, Meters meters) {
  /** {@code course} with the names by which its agents sign in here. */
  Course named(Course course) {
    List<String> sent = course.interaction().agents();
    List<String> names = directory.names(sent);
    if (!sent.isEmpty() && names.stream().noneMatch(name -> directory.find(name).isPresent())) {
      meters.nobodyThere(course.interaction().door());
    }
    return course.with(course.interaction().withAgents(names));
  }

  /** {@code card} with the names by which agents sign in here. */
  Card named(Card card) {
    return card.named(sent -> directory.name(sent).orElse(sent));
  }

  /** Whether it rang or is for {@code agent}, or waits for anybody; a supervisor may touch any. */
  boolean concerns(Agent agent, Course course) {
    if (agent.role() != Role.AGENT
        || directory.names(course.rung()).contains(agent.name())
        || directory.names(course.interaction().agents()).contains(agent.name())) {
      return true;
    }
    Optional<String> queue = course.interaction().queue();
    boolean own =
        agent.queues().isEmpty() || queue.filter(agent.queues()::contains).isPresent();
    return course.interaction().state() == State.QUEUED
        && course.interaction().agents().isEmpty()
        && own;
  }
}
