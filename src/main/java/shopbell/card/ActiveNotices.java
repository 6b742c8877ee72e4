package shopbell.card;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.model.card.Card;
import shopbell.model.card.Notice;
import shopbell.model.event.NoticeRecord;
import shopbell.model.interaction.Interaction;

/** The active notices in memory; adds to each card those that apply to it. Thread-safe. */
public final class ActiveNotices {
  private final NoticeStore noticeStore;
  private volatile List<NoticeRecord> current = List.of();

  /** Empty until the first {@link #refresh}. */
  public ActiveNotices(NoticeStore noticeStore) {
    this.noticeStore = noticeStore;
  }

  /** Reads them from the store; true if they have changed. */
  public Future<Boolean> refresh() {
    return noticeStore.current().map(read -> {
      boolean news = !read.equals(current);
      current = read;
      return news;
    });
  }

  /** {@code card} with the notices that apply to it, newest first. */
  Card addTo(Card card) {
    return card.withNotices(current.stream()
        .filter(notice ->
            notice.appliesTo().entrySet().stream().allMatch(condition -> applies(condition, card)))
        .map(n -> new Notice(n.id(), n.severity(), n.text(), n.at()))
        .toList());
  }

  /** A list as value, {@code ["support","sales"]}, means any of them. */
  private static boolean applies(Map.Entry<String, String> condition, Card card) {
    return said(card, condition.getKey())
        .filter(value -> condition.getValue().equals(value)
            || (condition.getValue().startsWith("[")
                && condition.getValue().contains("\"" + value + "\"")))
        .isPresent();
  }

  private static Optional<String> said(Card card, String key) {
    return switch (key) {
      case "queue" -> card.interaction().flatMap(Interaction::queue);
      case "channel" -> card.interaction().map(i -> i.channel().toString());
      case "door" -> card.interaction().map(Interaction::door);
      case "tier" -> card.customer().flatMap(c -> c.details().tier());
      case "locale" -> card.customer().flatMap(c -> c.details().locale());
      default -> card.customer().flatMap(c -> Optional.ofNullable(c.cues().get(key)));
    };
  }
}
