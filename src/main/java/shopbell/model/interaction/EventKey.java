package shopbell.model.interaction;

/**
 * What tells one event of a door from another where its sender gives events no id: the call and all that is said of it. Where the
 * sender uses an id of a call again, the same words are another event.
 */
public final class EventKey {
  private static final String CONTENT = "said ";

  private EventKey() {}

  /** The key of what says {@code content} of {@code call}. */
  public static String ofContent(String call, Object content) {
    return CONTENT + call + " " + content.hashCode();
  }

  /** {@code key} of an event of {@code trackedInteraction}, among all contacts with the same sender's id. */
  public static String within(TrackedInteraction trackedInteraction, String key) {
    return trackedInteraction
        .reuse()
        .filter(reuse -> key.startsWith(CONTENT))
        .map(reuse -> key + " " + reuse.earlier())
        .orElse(key);
  }
}
