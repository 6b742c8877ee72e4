package shopbell.prediction.value;

import java.util.List;

/** A log-likelihood of positive parameters, to be maximised. */
interface LogLikelihood {
  /** May be NaN or infinite at extreme parameters. */
  double of(double[] parameters);

  /** Several points from which a search begins, so that one bad valley does not decide. */
  List<double[]> starts();
}
