package shopbell.desk;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import shopbell.events.Change;
import shopbell.events.ChangeListener;
import shopbell.events.Topic;
import shopbell.json.JsonFields;
import shopbell.model.ContractWord;
import shopbell.model.Rejected;
import shopbell.model.Role;
import shopbell.scheduling.Throttle;

/**
 * Tells browsers which of the topics that they watch have changed, at any node: at once, then at most once a second for
 * each topic, and never without the last change. Thread-safe.
 */
public final class WatchedTopics implements ChangeListener {
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final int LONGEST_WORD = 50;

  /** A page reads and watches at the same time; a change between the two is told to it. */
  private static final long RECENT_NANOS = Duration.ofSeconds(2).toNanos();

  /** The tabs that watch a topic, and when it last changed, by {@link System#nanoTime}. */
  private record Watched(Set<DeskSocket> tabs, AtomicLong changedAt) {
    boolean recent() {
      return System.nanoTime() - changedAt.get() < RECENT_NANOS;
    }
  }

  private final Map<Topic, Watched> watching = new EnumMap<>(Topic.class);
  private final Throttle<Topic> throttle;

  /** Without browsers yet; one for all event loops. */
  public WatchedTopics(Vertx vertx) {
    long longAgo = System.nanoTime() - RECENT_NANOS;
    Stream.of(Topic.values())
        .forEach(topic -> watching.put(
            topic, new Watched(ConcurrentHashMap.newKeySet(), new AtomicLong(longAgo))));
    throttle = new Throttle<>(vertx, PERIOD, this::tell);
  }

  /**
   * The topics of {@code message}; SENSELESS with all topics for an unknown one, FORBIDDEN for one that {@code role}
   * must not read.
   */
  static Set<Topic> wanted(JsonFields message, Role role) {
    if (!message.has("topics")) {
      throw Rejected.field("/topics", "is required: a list, empty to watch nothing any more");
    }
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    List<String> words = message.texts("topics", LONGEST_WORD);
    for (int i = 0; i < words.size(); i++) {
      topics.add(topic(words.get(i), "/topics/" + i, role));
    }
    return topics;
  }

  private static Topic topic(String word, String pointer, Role role) {
    Topic topic;
    try {
      topic = ContractWord.of(Topic.class, word);
    } catch (Rejected unknown) {
      throw Rejected.field(pointer, unknown.getMessage());
    }
    if (role.compareTo(topic.reader()) < 0) {
      throw new Rejected(
          Rejected.Reason.FORBIDDEN,
          "The topic " + topic + " is for the role " + topic.reader() + " and those above it.");
    }
    return topic;
  }

  /** From now on {@code tab} watches these topics and no others. */
  void watch(DeskSocket tab, Set<Topic> topics) {
    watching.forEach((topic, watched) -> {
      if (!topics.contains(topic)) {
        watched.tabs().remove(tab);
      } else if (watched.tabs().add(tab) && watched.recent()) {
        throttle.ask(topic);
      }
    });
  }

  /** The tab is closed. */
  void left(DeskSocket tab) {
    watching.values().forEach(watched -> watched.tabs().remove(tab));
  }

  @Override
  public Future<Void> changedHere(Change change) {
    changedElsewhere(change);
    return Future.succeededFuture();
  }

  @Override
  public void changedElsewhere(Change change) {
    if (change instanceof Change.TopicChanged changed) {
      changed(changed.topic());
    } else if (change instanceof Change.EverythingOutdated
        || change instanceof Change.AccountsChanged) {
      watching.keySet().forEach(this::changed);
    }
  }

  private void changed(Topic topic) {
    Watched watched = watching.get(topic);
    watched.changedAt().set(System.nanoTime());
    if (!watched.tabs().isEmpty()) {
      throttle.ask(topic);
    }
  }

  private void tell(Topic topic) {
    watching.get(topic).tabs().forEach(tab -> tab.changed(topic));
  }
}
