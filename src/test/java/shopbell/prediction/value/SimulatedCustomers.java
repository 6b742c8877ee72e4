package shopbell.prediction.value;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.random.RandomDataGenerator;

/** Customers that behave exactly as a model says, with known parameters: times in weeks, the same each time. */
final class SimulatedCustomers {
  private final RandomDataGenerator random;
  private final BetaGeometricModel model;
  private final GammaGamma spend;

  SimulatedCustomers(long seed, BetaGeometricModel model, GammaGamma spend) {
    this.random = new RandomDataGenerator(seed);
    this.model = model;
    this.spend = spend;
  }

  /** One customer until now, and what it did in the {@code horizon} afterwards. */
  record Life(
      PurchaseHistory history, SpendHistory spend, int later, double laterRevenue, boolean active) {
    ObservedCustomer observed() {
      return new ObservedCustomer(history, spend, later);
    }
  }

  /** {@code count} customers with ages between a quarter of {@code age} and all of it. */
  List<Life> lives(int count, double age, double horizon) {
    List<Life> lives = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lives.add(life(age * (0.25 + 0.75 * random.nextUniform(0, 1)), horizon));
    }
    return lives;
  }

  private Life life(double age, double horizon) {
    BetaGeometricModel.Heterogeneity h = model.heterogeneity();
    double rate = random.nextGamma(h.r(), 1 / h.alpha());
    double leaving = random.nextBeta(h.a(), h.b());
    double nu = random.nextGamma(spend.q(), 1 / spend.gamma());
    List<Double> times = new ArrayList<>();
    double at = 0;
    boolean gone = model.leavesAtOnce() && random.nextUniform(0, 1) < leaving;
    boolean active = !gone;
    while (!gone && at <= age + horizon) {
      at += random.nextGamma(model.k(), 1 / Math.max(rate, 1e-12));
      if (at <= age + horizon) {
        times.add(at);
        gone = random.nextUniform(0, 1) < leaving;
        active = at <= age ? !gone : active;
      }
    }
    List<Double> before = times.stream().filter(t -> t <= age).toList();
    int later = times.size() - before.size();
    return new Life(
        history(before, age), spent(before.size(), nu), later, amounts(later, nu), active);
  }

  private static PurchaseHistory history(List<Double> times, double age) {
    double gaps = 0;
    double last = 0;
    for (double time : times) {
      gaps += Math.log(time - last);
      last = time;
    }
    return new PurchaseHistory(times.size(), last, age, gaps);
  }

  private SpendHistory spent(int purchases, double nu) {
    return purchases == 0
        ? SpendHistory.NONE
        : new SpendHistory(purchases, amounts(purchases, nu) / purchases);
  }

  private double amounts(int purchases, double nu) {
    double sum = 0;
    for (int i = 0; i < purchases; i++) {
      sum += random.nextGamma(spend.p(), 1 / nu);
    }
    return sum;
  }
}
