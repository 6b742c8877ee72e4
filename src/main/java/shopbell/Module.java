package shopbell;

import io.vertx.ext.web.Router;
import java.util.List;
import shopbell.scheduling.Intervals;
import shopbell.scheduling.PeriodicTask;

/** One feature in the running program: its routes, its periodic tasks and its end. */
interface Module {
  /** Adds its routes below {@code /api/v1}, behind authentication; called once for each event loop. */
  default void mount(Router api) {}

  /** Its periodic tasks, which run from the start of the program to its end. */
  default List<PeriodicTask> tasks(Intervals intervals) {
    return List.of();
  }

  /** Ends its own work; called once, before the ports close. */
  default void close() {}
}
