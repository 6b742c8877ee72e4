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
 * The nodes that serve one shop, and their messages. A message may get lost: it only makes other nodes read the
 * database sooner. A single node sends and receives none. Thread-safe.
 */
public final class ClusterBus {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterBus.class);
  private static final String NEWS = "shopbell.news";
  private static final String MEMBERS = "shopbell.members";
  private static final String WHAT = "what";
  private static final String FROM = "from";
  private static final long PATIENCE_MILLIS = 500;

  private final ClusterSettings settings;
  private final Optional<HazelcastClusterManager> manager;
  private Vertx vertx;

  private ClusterBus(ClusterSettings settings) {
    this.settings = settings;
    this.manager = Optional.of(settings)
        .filter(ClusterSettings::enabled)
        .map(s -> new HazelcastClusterManager(
            HazelcastSettings.config(s).addListenerConfig(new ListenerConfig(new Coming()))));
  }

  /** Creates a bus that is not started; InvalidConfiguration for settings that cannot work. */
  public static ClusterBus of(Settings settings) {
    return new ClusterBus(ClusterSettings.of(settings));
  }

  /** Starts Vert.x, clustered if configured; fails when the other nodes cannot be joined. */
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

  /** The Vert.x instance of this node, once it is started. */
  public Vertx vertx() {
    return vertx;
  }

  /** Whether no other nodes are configured. */
  public boolean alone() {
    return manager.isEmpty();
  }

  /** A name for this node, unique in the cluster and after each restart. */
  public String id() {
    return manager.map(HazelcastClusterManager::getNodeId).orElse("alone");
  }

  /** The number of connected nodes, including this one. */
  public int count() {
    return manager.map(m -> m.getNodes().size()).orElse(1);
  }

  /** Whether a configured node is not connected: it has died, or cannot be reached. */
  public boolean incomplete() {
    return count() < settings.members().size();
  }

  /** {@code body} is computed only when there are other nodes. */
  public void tell(String what, Supplier<String> body) {
    if (!alone()) {
      DeliveryOptions options = new DeliveryOptions().addHeader(WHAT, what).addHeader(FROM, id());
      vertx.eventBus().publish(NEWS, body.get(), options);
    }
  }

  /** Registers {@code listener} for the messages of the other nodes, one after the other. */
  public void hear(BiConsumer<String, String> listener) {
    if (!alone()) {
      vertx.eventBus().<String>consumer(NEWS, told -> {
        if (!id().equals(told.headers().get(FROM))) {
          listener.accept(told.headers().get(WHAT), told.body());
        }
      });
    }
  }

  /** Registers {@code answer} as the reply to other nodes' {@code question}. */
  public void answer(String question, UnaryOperator<String> answer) {
    if (!alone()) {
      vertx
          .eventBus()
          .<String>consumer(
              address(question, id()), asked -> asked.reply(answer.apply(asked.body())));
    }
  }

  /** The replies of the other nodes within half a second; a node without one is left out. */
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

  /** Registers {@code listener} for joining and leaving nodes, on a thread of Vert.x. */
  public void hearMembers(Runnable listener) {
    vertx.eventBus().localConsumer(MEMBERS, told -> listener.run());
  }

  private List<String> others() {
    return manager
        .map(m -> m.getNodes().stream().filter(node -> !node.equals(id())).toList())
        .orElseGet(List::of);
  }

  private static String address(String question, String node) {
    return "shopbell." + question + "." + node;
  }

  /** Hazelcast calls it on a thread of its own. */
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
      LOG.info("a node {}; the cluster has {} now", what, event.getMembers().size());
      if (vertx != null) {
        vertx.eventBus().publish(MEMBERS, what, new DeliveryOptions().setLocalOnly(true));
      }
    }
  }
}
