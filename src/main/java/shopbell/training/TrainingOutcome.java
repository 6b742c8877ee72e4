package shopbell.training;

/**
 * The result of one training.
 *
 * @param live whether cards use it from now on
 */
public record TrainingOutcome(
    PredictionModelStore.ModelVersion version, ValueFigures figures, boolean live) {}
