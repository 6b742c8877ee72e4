package shopbell.model.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import shopbell.model.CustomerRef;
import shopbell.model.ExternalId;
import shopbell.model.Money;

/** A purchase. */
public record OrderRecord(
    String key,
    Instant at,
    ExternalId id,
    CustomerRef customer,
    Instant placedAt,
    Money total,
    Optional<BigDecimal> margin,
    String status,
    List<String> items,
    Optional<String> url)
    implements CustomerFact {
  public OrderRecord {
    Objects.requireNonNull(at);
    Objects.requireNonNull(placedAt);
    items = List.copyOf(items);
  }

  @Override
  public OrderRecord about(CustomerRef who) {
    return new OrderRecord(key, at, id, who, placedAt, total, margin, status, items, url);
  }
}
