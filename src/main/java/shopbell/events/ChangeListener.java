package shopbell.events;

import io.vertx.core.Future;

/** A feature that reacts to changes, of this node and of the others. Called on any thread. */
public interface ChangeListener {
  /** A change of this node; completes when its effect can be seen here, and never fails. */
  Future<Void> changedHere(Change change);

  /** A change that another node has told, or that was found in the store; most changes stay on their node. */
  default void changedElsewhere(Change change) {}
}
