package shopbell.training;

import java.time.Instant;
import java.util.Optional;
import shopbell.prediction.reason.ReasonMetrics;

/**
 * One training of the model of reasons.
 *
 * @param contacts how many it learned from
 * @param temperature of the calibration
 * @param heldOut the quality on the newest fifth, before the model learned from it; empty with few contacts
 */
public record TrainingFigures(
    Instant at, int contacts, double temperature, Optional<ReasonMetrics> heldOut) {}
