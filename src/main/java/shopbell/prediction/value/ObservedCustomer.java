package shopbell.prediction.value;

/**
 * What a model may know of one customer at the end of the calibration, and how many orders came after it.
 *
 * @param laterOrders in the hold-out; a model never learns from it
 */
public record ObservedCustomer(PurchaseHistory history, SpendHistory spend, int laterOrders) {}
