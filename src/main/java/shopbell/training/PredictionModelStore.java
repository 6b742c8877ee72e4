package shopbell.training;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Stores the versions of trained models of each kind; one of a kind is live, and one before it can be taken back. */
public interface PredictionModelStore {
  /**
   * One training.
   *
   * @param kind what is predicted, such as {@code value}
   * @param from the first day of the data; empty without any
   * @param to the day of the training
   * @param figures how good it is, as JSON
   * @param parameters of the model, as JSON; empty where there was too little to learn from
   * @param orderChanges the count of changed orders when the data was read
   */
  record ModelVersion(
      String kind,
      Instant madeAt,
      Optional<LocalDate> from,
      LocalDate to,
      int customers,
      String figures,
      Optional<String> parameters,
      long orderChanges) {}

  /** The version that cards use. */
  Future<Optional<ModelVersion>> live(String kind);

  /** The version of the last training, whether it is used or not. */
  Future<Optional<ModelVersion>> newest(String kind);

  /**
   * Stores {@code version}; if it is to be live, the live one becomes the previous one. Keeps the newest thirty of a kind besides.
   */
  Future<Void> keep(ModelVersion version, boolean live);

  /** Exchanges the live and the previous version; false if there is no previous one. */
  Future<Boolean> back(String kind, String by, Instant at);
}
