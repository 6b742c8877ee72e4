package shopbell.cluster;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.config.ListenerConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.spi.VertxMetricsFactory;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.config.Settings;

/**
 * The nodes that serve one shop, and what they tell each other. What is told may get lost: it only makes others look sooner
 * at what the database says. A node alone tells nobody, and is asked nothing. Thread-safe.
 */
public final class ClusterBus {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterBus.class);
  private static final String NEWS = "shopbell.news";
  private static final String WHAT = "what";
  private static final String FROM = "from";
  private static final long PATIENCE_MILLIS = 500;

  private final ClusterSettings settings;
  private final Optional<HazelcastClusterManager> manager;
  private volatile Runnable changed = () -> {};
  private Vertx vertx;

  private ClusterBus(ClusterSettings settings) {
    this.settings = settings;
    this.manager = Optional.of(settings)
        .filter(ClusterSettings::enabled)
        .map(s -> new HazelcastClusterManager(
            HazelcastSettings.config(s).addListenerConfig(new ListenerConfig(new Coming()))));
  }

  /** Nothing runs yet; BadSettings for what cannot work. */
  public static ClusterBus of(Settings settings) {
    return new ClusterBus(ClusterSettings.of(settings));
  }

  /** Starts Vert.x, among the others where there are any; fails when they cannot be joined. */
  public Future<Vertx> start(VertxOptions options, VertxMetricsFactory metrics) {
    if (settings.enabled()) {
      options
          .getEventBusOptions()
          .setHost(settings.host())
          .setPort(settings.port() + 1)
          .setClusterPublicHost(settings.host())
          .setClusterPublicPort(settings.publicPort() + 1);
      settings.protection().apply(options.getEventBusOptions());
    }
    VertxBuilder builder = Vertx.builder().with(options).withMetrics(metrics);
    Future<Vertx> started = manager
        .map(m -> builder.withClusterManager(m).buildClustered())
        .orElseGet(() -> Future.succeededFuture(builder.build()));
    return started.onSuccess(running -> vertx = running);
  }

  /** Where everything of this node runs, once it is started. */
  public Vertx vertx() {
    return vertx;
  }

  /** Whether there are no others by configuration. */
  public boolean alone() {
    return manager.isEmpty();
  }

  /** A name for this node that no other has, nor this one after a restart. */
  public String id() {
    return manager.map(HazelcastClusterManager::getNodeId).orElse("alone");
  }

  /** How many nodes see each other, this one among them. */
  public int count() {
    return manager.map(m -> m.getNodes().size()).orElse(1);
  }

  /** Whether a node that is named in the configuration is not seen: it has died, or cannot be reached. */
  public boolean incomplete() {
    return count() < settings.members().size();
  }

  /** {@code body} is made only when there are others to be told. */
  public void tell(String what, Supplier<String> body) {
    if (!alone()) {
      DeliveryOptions options = new DeliveryOptions().addHeader(WHAT, what).addHeader(FROM, id());
      vertx.eventBus().publish(NEWS, body.get(), options);
    }
  }

  /** From now on {@code listener} hears what the others tell, one after the other. */
  public void hear(BiConsumer<String, String> listener) {
    if (!alone()) {
      vertx.eventBus().<String>consumer(NEWS, told -> {
        if (!id().equals(told.headers().get(FROM))) {
          listener.accept(told.headers().get(WHAT), told.body());
        }
      });
    }
  }

  /** From now on the others hear {@code answer} when they ask {@code question} of something. */
  public void answer(String question, UnaryOperator<String> answer) {
    if (!alone()) {
      vertx
          .eventBus()
          .<String>consumer(
              address(question, id()), asked -> asked.reply(answer.apply(asked.body())));
    }
  }

  /** What each of the others says within half a second; who does not is left out. */
  public Future<List<String>> ask(String question, String of) {
    DeliveryOptions options = new DeliveryOptions().setSendTimeout(PATIENCE_MILLIS);
    List<Future<Message<String>>> asked = others().stream()
        .map(node -> vertx.eventBus().<String>request(address(question, node), of, options))
        .toList();
    return Future.join(asked).transform(done -> {
      List<String> answers = new ArrayList<>();
      asked.stream()
          .filter(Future::succeeded)
          .forEach(a -> answers.add(a.result().body()));
      return Future.succeededFuture(answers);
    });
  }

  /** From now on {@code listener} hears that a node has come or gone, on a thread of Vert.x. */
  public void onChange(Runnable listener) {
    changed = listener;
  }

  private List<String> others() {
    return manager
        .map(m -> m.getNodes().stream().filter(node -> !node.equals(id())).toList())
        .orElseGet(List::of);
  }

  private static String address(String question, String node) {
    return "shopbell." + question + "." + node;
  }

  /** Hazelcast tells it on a thread of its own. */
  private final class Coming implements MembershipListener {
    @Override
    public void memberAdded(MembershipEvent event) {
      told("has come", event);
    }

    @Override
    public void memberRemoved(MembershipEvent event) {
      told("has gone", event);
    }

    private void told(String what, MembershipEvent event) {
      LOG.info("a node {}; there are {} now", what, event.getMembers().size());
      if (vertx != null) {
        vertx.runOnContext(turn -> changed.run());
      }
    }
  }
}
