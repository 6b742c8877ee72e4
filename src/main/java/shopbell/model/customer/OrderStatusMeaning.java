package shopbell.model.customer;

/** The meaning of one order status of one system; {@code state} is {@code unknown} where nothing is configured. */
public record OrderStatusMeaning(String system, String status, String state, boolean counts) {}
