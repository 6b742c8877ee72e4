package shopbell.http;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.config.HttpAddress;
import shopbell.config.InvalidConfiguration;
import shopbell.config.ListenAddress;

/** The two listening ports: one for agents and machines, one for the operator. */
public final class HttpListeners {
  private static final Logger LOG = LoggerFactory.getLogger(HttpListeners.class);
  private static final int MOST_INSTANCES = 4;

  private final Vertx vertx;
  private final HttpAddress address;
  private final ListenAddress management;
  private final List<HttpServerVerticle> agents = new CopyOnWriteArrayList<>();
  private final List<HttpServerVerticle> operators = new CopyOnWriteArrayList<>();
  private final List<String> deployed = new CopyOnWriteArrayList<>();

  public HttpListeners(Vertx vertx, HttpAddress address, ListenAddress management) {
    this.vertx = vertx;
    this.address = address;
    this.management = management;
  }

  /** Binds the operators' port; fails where it is in use. */
  public Future<Void> management(ManagementRoutes managementRoutes) {
    return bind(management, operators, 1, () -> managementRoutes.router(vertx));
  }

  /** One instance for each core, each with a separate router. */
  public Future<Void> agents(Supplier<Router> routes) {
    // a port chosen by the system would differ for each instance
    int instances = address.listen().port() == 0
        ? 1
        : Math.min(MOST_INSTANCES, Runtime.getRuntime().availableProcessors());
    return bind(address.listen(), agents, instances, routes).onSuccess(bound -> {
      if (address.uncertain()) {
        LOG.warn(
            "http.publicUrl is not set: browsers are answered at IP addresses and names in http.allowedHosts alone");
      }
    });
  }

  /** The agents' port in use, which differs from the configured one where that is 0. */
  public int agentPort() {
    return agents.isEmpty() ? address.listen().port() : agents.get(0).port();
  }

  /** The operators' port in use, which differs from the configured one where that is 0. */
  public int managementPort() {
    return operators.isEmpty() ? management.port() : operators.get(0).port();
  }

  /** Completes when both ports are free again. */
  public Future<Void> close() {
    return Future.join(deployed.stream().map(vertx::undeploy).toList()).mapEmpty();
  }

  private Future<Void> bind(
      ListenAddress at, List<HttpServerVerticle> servers, int instances, Supplier<Router> routes) {
    return vertx
        .deployVerticle(
            () -> made(servers, new HttpServerVerticle(at.host(), at.port(), routes)),
            new DeploymentOptions().setInstances(instances))
        .onSuccess(deployed::add)
        .recover(failure ->
            Future.failedFuture(failure instanceof IOException ? notBound(at, failure) : failure))
        .mapEmpty();
  }

  /** The error that names the setting and the remedy; the transports use different exceptions for one cause. */
  private static InvalidConfiguration notBound(ListenAddress at, Throwable failure) {
    String host = at.host();
    int port = at.port();
    String cause = String.valueOf(failure.getMessage());
    String key = at.section() + ".port";
    if (cause.contains("in use")) {
      return new InvalidConfiguration(key + ": port " + port + " of " + host
          + " is taken: stop the program that listens there (ss -ltnp shows it), or set " + key
          + " to a free port");
    }
    if (cause.contains("ermission denied")) {
      return new InvalidConfiguration(key + ": port " + port
          + " is for root alone here: choose one above 1023, and a proxy in front of it");
    }
    return new InvalidConfiguration(at.section() + ".host: " + host
        + " is no address of this machine: set one that it has, or 0.0.0.0 for all of them");
  }

  private static HttpServerVerticle made(
      List<HttpServerVerticle> servers, HttpServerVerticle httpServerVerticle) {
    servers.add(httpServerVerticle);
    return httpServerVerticle;
  }
}
