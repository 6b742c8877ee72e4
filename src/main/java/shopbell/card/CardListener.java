package shopbell.card;

import java.util.UUID;
import shopbell.card.content.CustomerInsight;

/** A feature that learns from the cards that were built. Called on any thread, on the path of a call: it returns at once. */
public interface CardListener {
  /** The card of {@code customer} was built with {@code insight}. */
  void built(UUID customer, CustomerInsight insight);

  /** {@code interaction} is over for good. */
  void forgotten(UUID interaction);
}
