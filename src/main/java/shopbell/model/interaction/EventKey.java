package shopbell.model.interaction;

/**
 * Identifies an event of a door whose sender gives events no id: the call and all that the event says. Where the sender
 * reuses the id of a call, an equal event is a different one.
 */
public final class EventKey {
  private static final String CONTENT = "said ";

  private EventKey() {}

  /** The key of an event with {@code content} about {@code call}. */
  public static String ofContent(String call, Object content) {
    return CONTENT + call + " " + content.hashCode();
  }

  /**
   * {@code key} of an event of {@code tracked}, unique among all interactions with the same sender's id.
   */
  public static String within(TrackedInteraction tracked, String key) {
    return tracked
        .reuse()
        .filter(reuse -> key.startsWith(CONTENT))
        .map(reuse -> key + " " + reuse.earlier())
        .orElse(key);
  }
}
