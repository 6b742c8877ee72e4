package shopbell.desk;

import java.util.Optional;
import shopbell.model.Agent;

/** Ends open sockets before their next ping would. */
public final class SocketDismissals {
  private final Desk desk;

  public SocketDismissals(Desk desk) {
    this.desk = desk;
  }

  /** The session whose token has this hash is over. */
  public void ended(String hash) {
    desk.tabs(agentPresence -> true).stream()
        .filter(tab -> tab.session().equals(hash))
        .forEach(DeskSocket::dismiss);
  }

  /** Whether a screen is open here with the session whose token has this hash. */
  public boolean open(String hash) {
    return desk.tabs(agentPresence -> true).stream()
        .anyMatch(tab -> tab.session().equals(hash));
  }

  /** The account of {@code name} is {@code now}, or gone: who keeps the session comes back with the role and queues of now. */
  public void changed(String name, Optional<Agent> now) {
    desk.tabs(agentPresence -> agentPresence.agent().name().equals(name)
            && !now.equals(Optional.of(agentPresence.agent())))
        .forEach(now.isPresent() ? DeskSocket::restart : DeskSocket::dismiss);
  }
}
