package shopbell;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.model.Sentence;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.customer.PurchasePattern;
import shopbell.model.decision.ActionStart;

/**
 * Makes records with something in every component, or with nothing in every one that may be empty.
 *
 * @param turn which constant of an enum is taken, and which word
 * @param full whether an Optional, a list and a map have something
 */
record SchemaSpecimens(int turn, boolean full) {
  /** As many as the largest enum of a record has constants. */
  static final int TURNS = 24;

  private static final Instant AT = Instant.parse("2026-03-10T10:00:00.123456Z");
  private static final Set<String> NAMING = Set.of("known", "likely");

  /** Values that the types do not say. */
  private static final Map<String, List<Object>> WORDS = Map.of(
      "ContactReason.certainty", List.of("sure", "likely", "perhaps"),
      "Item.kind", List.of("touchpoint", "order", "shipment", "ticket", "feedback", "contact"),
      "Cell.lane", List.of("web", "contact", "parcel", "ticket"),
      "IdentityEntry.what", List.of("link", "unlink", "merge", "unmerge"),
      "SearchHit.match", List.of("name", "phone", "email", "customer-number", "order", "ticket"),
      "Delivery.result", List.of("kept", "nothing", "refused", "unavailable", "failed"),
      "IgnoredCount.reason", List.of("placeholder", "rounded", "unreadable"),
      "SourceReport.state", List.of("asked", "paused"),
      "ConnectorFile.parts", List.of(List.of("door", "source", "action")),
      "Sentence.facts", List.of(facts()));

  private static final Map<String, List<Object>> MORE_WORDS = Map.of(
      "OrderStatusMeaning.state",
      List.of("draft", "pending", "placed", "fulfilled", "cancelled", "returned", "unknown"),
      "LastFailure.reason",
      List.of("unreachable", "silent", "refused", "busy", "broken", "too-large", "not-kept"),
      "Delivery.payload",
      List.of(Optional.of(Map.of("body", "x", "headers", Map.of("a", "b"), "query", Map.of()))));

  private static final Map<Class<?>, Object> PLAIN = Map.ofEntries(
      Map.entry(
          ActionStart.class,
          new ActionStart(ActionStart.StartKind.LINK, "https://shop.example/express")),
      Map.entry(
          PurchasePattern.class,
          new PurchasePattern(
              LocalDate.of(2026, 1, 1),
              LocalDate.of(2026, 2, 1),
              2,
              Optional.of(31),
              BigDecimal.TEN,
              Collections.nCopies(PurchasePattern.MONTHS, BigDecimal.ONE))),
      Map.entry(String.class, "text"),
      Map.entry(Object.class, "anything"),
      Map.entry(int.class, 2),
      Map.entry(Integer.class, 2),
      Map.entry(long.class, 2L),
      Map.entry(Long.class, 2L),
      Map.entry(double.class, 0.5),
      Map.entry(Double.class, 0.5),
      Map.entry(boolean.class, true),
      Map.entry(BigDecimal.class, new BigDecimal("120.50")),
      Map.entry(Instant.class, AT),
      Map.entry(LocalDate.class, LocalDate.parse("2019-04-01")),
      Map.entry(UUID.class, UUID.fromString("4bf92f35-77b3-4da6-a3ce-929d0e0e4736")));

  /** One of each kind. */
  private static List<Object> facts() {
    Object word = Sentence.word("channel.call", "call");
    return List.of(
        "text",
        4,
        0.5,
        Duration.ofMinutes(3),
        AT,
        Sentence.since(AT, AT.plusSeconds(86_400)),
        Map.of("amount", "120.50", "currency", "EUR", "before", "77 · "),
        Map.of("de", "Anruf", "en", "call"),
        word,
        List.of(word, "text"));
  }

  /** One of {@code type}. */
  Object of(Class<?> type) {
    return make(type);
  }

  private Object make(Type type) {
    if (type instanceof ParameterizedType container) {
      return filled(container);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return plain.getEnumConstants()[turn % plain.getEnumConstants().length];
    }
    return plain.isRecord() && !PLAIN.containsKey(plain) ? made(plain) : known(plain);
  }

  private static Object known(Class<?> type) {
    return Optional.ofNullable(PLAIN.get(type))
        .orElseThrow(() -> new IllegalArgumentException("no specimen of " + type));
  }

  private Object filled(ParameterizedType container) {
    Type[] inner = container.getActualTypeArguments();
    Type raw = container.getRawType();
    if (raw == Optional.class) {
      return full ? Optional.of(make(inner[0])) : Optional.empty();
    }
    if (raw == List.class) {
      return full ? List.of(make(inner[0])) : List.of();
    }
    return full ? Map.of("key", make(inner[1])) : Map.of();
  }

  private Object made(Class<?> type) {
    RecordComponent[] parts = type.getRecordComponents();
    Object[] values = Arrays.stream(parts).map(part -> value(type, part)).toArray();
    if (type == CustomerMatch.class) {
      boolean named = NAMING.contains(values[0].toString());
      values[1] = Optional.of(known(UUID.class)).filter(id -> named);
    }
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no specimen of " + type, e);
    }
  }

  private Object value(Class<?> type, RecordComponent part) {
    String name = type.getSimpleName() + "." + part.getName();
    List<Object> words = WORDS.getOrDefault(name, MORE_WORDS.get(name));
    return words == null ? make(part.getGenericType()) : words.get(turn % words.size());
  }
}
