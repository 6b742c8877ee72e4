package shopbell.simulate;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** One run from the first sign-in to the result; needs a Vert.x with a single event loop, which guards everything. */
public final class Simulation {
  private static final int SOCKETS_AT_A_TIME = 50;

  private final Vertx vertx;
  private final LoadProfile loadProfile;
  private final Consumer<String> told;
  private final ServerClient serverClient;
  private final ArrivalTally arrivalTally;
  private final AgentAccounts agentAccounts;

  /** {@code told} receives progress messages. */
  public Simulation(Vertx vertx, LoadProfile loadProfile, Consumer<String> told) {
    this.vertx = vertx;
    this.loadProfile = loadProfile;
    this.told = told;
    this.serverClient = new ServerClient(vertx, loadProfile.url(), loadProfile.agents());
    this.arrivalTally = new ArrivalTally(loadProfile);
    this.agentAccounts = new AgentAccounts(serverClient, loadProfile);
  }

  /** Fails when agents cannot be created or sign in; a server that loses arrivals is a result. */
  public Future<SimulationResult> run() {
    Promise<SimulationResult> done = Promise.promise();
    vertx.runOnContext(turn -> agentAccounts
        .make()
        .onSuccess(made -> say("%d agents, %d of them new", loadProfile.agents(), made))
        .compose(made -> agentAccounts.signIn())
        .compose(this::work)
        .eventually(serverClient::close)
        .onComplete(done));
    return done.future();
  }

  private Future<SimulationResult> work(List<String> cookies) {
    List<SimulatedAgent> headsets = IntStream.range(0, cookies.size())
        .mapToObj(
            agent -> new SimulatedAgent(agent, cookies.get(agent), serverClient, arrivalTally))
        .toList();
    return WorkLanes.each(headsets, SOCKETS_AT_A_TIME, SimulatedAgent::on)
        .compose(listening -> ring(headsets))
        .compose(rung -> WorkLanes.each(headsets, SOCKETS_AT_A_TIME, SimulatedAgent::off))
        .compose(gone -> agentAccounts.signOut(cookies))
        .map(out -> arrivalTally.result());
  }

  private Future<Void> ring(List<SimulatedAgent> headsets) {
    say(
        "all signed in and listening; %s arrivals a second for %d s, after a warm-up of %d s that does not count",
        plain(loadProfile.rate()),
        loadProfile.length().toSeconds(),
        loadProfile.warmUp().toSeconds());
    List<String> extensions = new ArrayList<>();
    for (int agent = 0; agent < headsets.size(); agent++) {
      extensions.add(agentAccounts.alias(agent));
    }
    return new CallGenerator(vertx, loadProfile, serverClient, arrivalTally)
        .ring(headsets, extensions)
        .onSuccess(over -> {
          long cut = headsets.stream().filter(SimulatedAgent::cut).count();
          if (cut > 0) {
            say("%d agents were cut off by the server", cut);
          }
          arrivalTally.refusals().forEach(this::refused);
        });
  }

  private void refused(int status, long many) {
    String why = switch (status) {
      case 0 -> "no answer came";
      case 401, 403 -> status + ": is it a key of scope admin?";
      case 404 ->
        status + ": is there a door called " + loadProfile.door() + ", of kind cloudevents?";
      default -> "" + status;
    };
    say("%d events were refused, %s", many, why);
  }

  private void say(String text, Object... values) {
    told.accept(String.format(Locale.ROOT, text, values));
  }

  private static String plain(double rate) {
    return rate == Math.rint(rate) ? Long.toString((long) rate) : Double.toString(rate);
  }
}
