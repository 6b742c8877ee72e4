package shopbell.simulate;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** One run from the first sign-in to the verdict; needs a Vert.x with a single event loop, which guards everything. */
public final class Simulation {
  private static final int SOCKETS_AT_A_TIME = 50;

  private final Vertx vertx;
  private final Load load;
  private final Consumer<String> told;
  private final Remote remote;
  private final Tally tally;
  private final Staff staff;

  /** {@code told} hears, in words, how far it is. */
  public Simulation(Vertx vertx, Load load, Consumer<String> told) {
    this.vertx = vertx;
    this.load = load;
    this.told = told;
    this.remote = new Remote(vertx, load.url(), load.agents());
    this.tally = new Tally(load);
    this.staff = new Staff(remote, load);
  }

  /** Fails when agents cannot be made or sign in; a server that loses arrivals is a result. */
  public Future<Result> run() {
    Promise<Result> done = Promise.promise();
    vertx.runOnContext(turn -> staff
        .make()
        .onSuccess(made -> say("%d agents, %d of them new", load.agents(), made))
        .compose(made -> staff.signIn())
        .compose(this::work)
        .eventually(remote::close)
        .onComplete(done));
    return done.future();
  }

  private Future<Result> work(List<String> cookies) {
    List<Headset> headsets = IntStream.range(0, cookies.size())
        .mapToObj(agent -> new Headset(agent, cookies.get(agent), remote, tally))
        .toList();
    return Lanes.each(headsets, SOCKETS_AT_A_TIME, Headset::on)
        .compose(listening -> ring(headsets))
        .compose(rung -> Lanes.each(headsets, SOCKETS_AT_A_TIME, Headset::off))
        .compose(gone -> staff.signOut(cookies))
        .map(out -> tally.result());
  }

  private Future<Void> ring(List<Headset> headsets) {
    say(
        "all signed in and listening; %s arrivals a second for %d s, after a warm-up of %d s that does not count",
        plain(load.rate()), load.length().toSeconds(), load.warmUp().toSeconds());
    List<String> extensions = new ArrayList<>();
    for (int agent = 0; agent < headsets.size(); agent++) {
      extensions.add(staff.alias(agent));
    }
    return new Switchboard(vertx, load, remote, tally)
        .ring(headsets, extensions)
        .onSuccess(over -> {
          long cut = headsets.stream().filter(Headset::cut).count();
          if (cut > 0) {
            say("%d agents were cut off by the server", cut);
          }
          tally.refusals().forEach(this::refused);
        });
  }

  private void refused(int status, long many) {
    String why = switch (status) {
      case 0 -> "no answer came";
      case 401, 403 -> status + ": is it a key of scope admin?";
      case 404 -> status + ": is there a door called " + load.door() + ", of kind cloudevents?";
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
