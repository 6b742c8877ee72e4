package shopbell.prediction.value;

import java.util.List;
import java.util.Optional;

/** A log-likelihood of positive parameters, to be maximised. */
interface LogLikelihood {
  /** May be NaN or infinite at extreme parameters. */
  double of(double[] parameters);

  /** Several points from which a search begins, so that one bad valley does not decide. */
  List<double[]> starts();

  /** The same of a part of many rows, in which a search finds the neighbourhood of the top; empty if there are few. */
  Optional<LogLikelihood> rough();
}
