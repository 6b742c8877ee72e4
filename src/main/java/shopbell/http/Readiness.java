package shopbell.http;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the program accepts calls, and why not. Each change is one line of the log. Thread-safe. */
public final class Readiness {
  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

  /** The dependencies it may lose while it runs, the worst first; operators' tools show the words. */
  public enum Need {
    DATABASE("no database", "the database is back", "the database does not answer"),
    WRITING(
        "the database takes no writes",
        "the database takes writes again",
        "the database takes no writes"),
    PORT(
        "the agents' port does not answer",
        "the agents' port answers again",
        "the agents' port does not answer");

    private final String why;
    private final String back;
    private final String lost;

    Need(String why, String back, String lost) {
      this.why = why;
      this.back = back;
      this.lost = lost;
    }
  }

  private final Map<Need, Boolean> lacking = new ConcurrentSkipListMap<>();
  private volatile String phase = "starting";

  /** Marks it as started, with all dependencies available. */
  public void started() {
    phase = "";
  }

  /** Marks it as stopping: it accepts nothing more. */
  public void stopping() {
    phase = "stopping";
  }

  /** The reason in a few words; empty when it accepts calls. */
  public String why() {
    return phase.isEmpty()
        ? lacking.keySet().stream().findFirst().map(need -> need.why).orElse("")
        : phase;
  }

  /** Marks {@code need} as available; true when it was not. */
  public boolean has(Need need) {
    boolean again = lacking.remove(need) != null;
    if (again) {
      LOG.info(need.back);
    }
    return again;
  }

  /** Marks {@code need} as unavailable. */
  public void lacks(Need need) {
    if (lacking.put(need, true) == null && phase.isEmpty()) {
      LOG.warn(need.lost);
    }
  }
}
