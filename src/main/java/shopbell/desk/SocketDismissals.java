package shopbell.desk;

import io.vertx.core.Future;
import java.util.Optional;
import shopbell.events.Change;
import shopbell.events.ChangeListener;
import shopbell.model.Agent;
import shopbell.security.UserDirectory;

/** Ends open sockets before their next ping would. */
public record SocketDismissals(Desk desk, UserDirectory directory) implements ChangeListener {
  @Override
  public Future<Void> changedHere(Change change) {
    if (change instanceof Change.AccountsChanged accounts) {
      accounts.names().forEach(name -> changed(name, directory.find(name)));
    }
    return Future.succeededFuture();
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
  private void changed(String name, Optional<Agent> now) {
    desk.tabs(agentPresence -> agentPresence.agent().name().equals(name)
            && !now.equals(Optional.of(agentPresence.agent())))
        .forEach(now.isPresent() ? DeskSocket::restart : DeskSocket::dismiss);
  }
}
