package shopbell.events;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import shopbell.cluster.ClusterBus;
import shopbell.json.Json;
import shopbell.model.Handle;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.scheduling.Throttle;

/** Tells the changes of this node to its listeners and to the other nodes, and theirs to the listeners here. Thread-safe. */
public final class ChangePublisher {
  private static final String COURSE = "course";
  private static final String CUSTOMERS = "customers";
  private static final String HANDLES = "handles";
  private static final String ANEW = "anew";
  private static final String REFRESH = "refresh";
  private static final String LINE = "line";
  private static final String NOTICES = "notices";
  private static final String TOPIC = "topic";

  /** A topic may change with every event of a flood: the other nodes hear of it this often at most. */
  private static final Duration TOPIC_PERIOD = Duration.ofSeconds(1);

  private final ClusterBus clusterBus;
  private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, Consumer<String>> heard = new ConcurrentHashMap<>();
  private final Throttle<Topic> topicsElsewhere;

  /** Without listeners yet; {@code clusterBus} is started. */
  public ChangePublisher(ClusterBus clusterBus) {
    this.clusterBus = clusterBus;
    this.topicsElsewhere =
        new Throttle<>(clusterBus.vertx(), TOPIC_PERIOD, topic -> tell(TOPIC, topic.toString()));
  }

  /** {@code listener} hears every change from now on. */
  public void add(ChangeListener listener) {
    listeners.add(listener);
  }

  /** Tells a change of this node; completes when all listeners here have taken it. */
  public Future<Void> publish(Change change) {
    Future<Void> taken = Future.join(
            listeners.stream().map(listener -> listener.changedHere(change)).toList())
        .transform(done -> Future.succeededFuture());
    tellOthers(change);
    return taken;
  }

  /** An interaction was written; see {@link Change.InteractionSaved}. */
  public Future<Void> saved(TrackedInteraction interaction, Instant receivedAt) {
    return publish(new Change.InteractionSaved(interaction, receivedAt));
  }

  /** Something about these customers has changed; passes without any. */
  public void changed(Set<UUID> customers) {
    if (!customers.isEmpty()) {
      publish(new Change.CustomersChanged(customers));
    }
  }

  /** These handles belong to a customer now; passes without any. */
  public void known(List<Handle> handles) {
    if (!handles.isEmpty()) {
      publish(new Change.HandlesKnown(handles));
    }
  }

  /** What a page about {@code topic} shows has changed; to be called after the change can be read. Cheap, however often. */
  public void topicChanged(Topic topic) {
    publish(new Change.TopicChanged(topic));
  }

  /** Tells the listeners here of a change that another node has made. */
  public void changedElsewhere(Change change) {
    listeners.forEach(listener -> listener.changedElsewhere(change));
  }

  /** Tells a change to the other nodes alone, where it concerns them. */
  public void tellOthers(Change change) {
    if (change instanceof Change.InteractionSaved) {
      tell(COURSE, change);
    } else if (change instanceof Change.CustomersChanged changed) {
      tell(CUSTOMERS, changed.customers());
    } else if (change instanceof Change.HandlesKnown known) {
      tell(HANDLES, known.handles());
    } else if (change instanceof Change.InteractionOutdated outdated) {
      tell(ANEW, outdated.interaction());
    } else if (change instanceof Change.RefreshRequested requested) {
      tell(REFRESH, requested.interaction());
    } else if (change instanceof Change.CompanyLineChanged) {
      tell(LINE, change);
    } else if (change instanceof Change.NoticesChanged) {
      tell(NOTICES, true);
    } else if (change instanceof Change.TopicChanged changed && !clusterBus.alone()) {
      topicsElsewhere.ask(changed.topic());
    }
  }

  /** The other nodes hear {@code value} under {@code key}; see {@link #on}. */
  public void tell(String key, Object value) {
    clusterBus.tell(key, () -> Json.write(value));
  }

  /** Registers what is done with a message of another node under {@code key}; to be called before {@link #listen}. */
  public <T> void on(String key, Class<T> type, Consumer<T> then) {
    heard.put(key, body -> then.accept(Json.read(body, type)));
  }

  /** Messages of the other nodes are heard from now on; unknown keys of a newer release are ignored. */
  public void listen() {
    on(COURSE, Change.InteractionSaved.class, this::changedElsewhere);
    on(CUSTOMERS, UUID[].class, ids -> changedElsewhere(new Change.CustomersChanged(Set.of(ids))));
    on(HANDLES, Handle[].class, all -> changedElsewhere(new Change.HandlesKnown(List.of(all))));
    on(ANEW, UUID.class, id -> changedElsewhere(new Change.InteractionOutdated(id)));
    on(REFRESH, UUID.class, id -> changedElsewhere(new Change.RefreshRequested(id)));
    on(LINE, Change.CompanyLineChanged.class, this::changedElsewhere);
    on(NOTICES, Boolean.class, news -> changedElsewhere(new Change.NoticesChanged()));
    on(
        TOPIC,
        String.class,
        word -> Topic.of(word).map(Change.TopicChanged::new).ifPresent(this::changedElsewhere));
    clusterBus.hear((key, body) -> heard.getOrDefault(key, unknown -> {}).accept(body));
  }
}
