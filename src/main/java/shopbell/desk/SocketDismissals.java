package shopbell.desk;

import java.util.Optional;
import shopbell.model.Agent;

/** Ends open sockets before their next ping would. */
public final class SocketDismissals {
  private final Desk desk;

  public SocketDismissals(Desk desk) {
    this.desk = desk;
  }

  /** Closes the sockets of the ended session with this token hash. */
  public void ended(String hash) {
    desk.tabs(agentPresence -> true).stream()
        .filter(tab -> tab.session().equals(hash))
        .forEach(DeskSocket::dismiss);
  }

  /** Whether a screen is open here with the session of this token hash. */
  public boolean open(String hash) {
    return desk.tabs(agentPresence -> true).stream()
        .anyMatch(tab -> tab.session().equals(hash));
  }

  /**
   * The account of {@code name} was changed to {@code now}, or removed: a browser with a valid session reconnects with
   * its new role and queues.
   */
  public void changed(String name, Optional<Agent> now) {
    desk.tabs(agentPresence -> agentPresence.agent().name().equals(name)
            && !now.equals(Optional.of(agentPresence.agent())))
        .forEach(now.isPresent() ? DeskSocket::restart : DeskSocket::dismiss);
  }
}
