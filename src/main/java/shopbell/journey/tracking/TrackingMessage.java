package shopbell.journey.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.json.JsonFields;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.event.Visit;
import shopbell.model.event.Visitor;

/**
 * One message of the tracking API in our vocabulary.
 *
 * @param context the message's own, or else the batch's
 */
record TrackingMessage(JsonFields fields, JsonFields context, Instant at) {
  private static final int LONGEST_ID = 255;
  private static final Set<String> SAID_ELSEWHERE = Set.of(
      "name",
      "firstName",
      "lastName",
      "email",
      "phone",
      "anonymousId",
      "userId",
      "userHash",
      "user_hash");

  Visit visit(MessageType messageType) {
    String id = fields
        .optional("messageId", LONGEST_ID)
        .orElseGet(() -> UUID.randomUUID().toString());
    return switch (messageType) {
      case TRACK -> step(id, fields.text("event", 200), fields.plain("channel").orElse(""));
      case PAGE -> step(id, "page.viewed", fields.plain("channel").orElse(""));
      case SCREEN -> step(id, "screen.viewed", "mobile");
      case IDENTIFY -> identified(id);
      case ALIAS -> joined(id);
      case GROUP ->
        new Visit.Grouped(
            id,
            at,
            who(),
            fields.text("groupId", LONGEST_ID),
            fields.inside("traits").plain("name"));
    };
  }

  private Visit.VisitStep step(String id, String name, String channel) {
    Map<String, String> properties = new LinkedHashMap<>(fields.map("properties"));
    fields.plain("name").ifPresent(given -> properties.putIfAbsent("name", given));
    fields.plain("category").ifPresent(given -> properties.putIfAbsent("category", given));
    MessageContext.of(context).forEach(properties::putIfAbsent);
    Optional<String> outcome =
        Optional.ofNullable(properties.get("outcome")).filter(word -> word.length() <= 40);
    return new Visit.VisitStep(id, at, who(), channel(channel), name, properties, outcome);
  }

  /** Segment says browser where RudderStack says web; servers report events of the shop's pages. */
  private String channel(String own) {
    String said = own.isEmpty() ? context.plain("channel").orElse("") : own;
    return said.equals("mobile") ? "app" : "web";
  }

  private Visit.Identified identified(String id) {
    JsonFields later = fields.inside("traits");
    JsonFields earlier = context.inside("traits");
    Map<String, String> attributes = new LinkedHashMap<>(
        context.object("traits").map(traits -> context.map("traits")).orElseGet(Map::of));
    attributes.putAll(fields.map("traits"));
    List<Handle> handles = new ArrayList<>();
    Optional.ofNullable(attributes.get("email"))
        .ifPresent(email -> handles.add(Handle.of(HandleKind.EMAIL, email)));
    Optional.ofNullable(attributes.get("phone"))
        .ifPresent(phone -> handles.add(Handle.of(HandleKind.PHONE, phone)));
    attributes.keySet().removeAll(SAID_ELSEWHERE);
    return new Visit.Identified(
        id, at, who(), name(later).or(() -> name(earlier)), handles, attributes);
  }

  private static Optional<String> name(JsonFields traits) {
    String both =
        traits.plain("firstName").orElse("") + " " + traits.plain("lastName").orElse("");
    return traits.plain("name").or(() -> Optional.of(both.strip()));
  }

  /** Some clients send the same id twice for a known visitor; that joins nothing. */
  private Visit joined(String id) {
    String previous = fields.text("previousId", LONGEST_ID);
    Visitor who = who();
    boolean itself = who.user().filter(previous::equals).isPresent();
    return itself
        ? new Visit.Identified(id, at, who, Optional.empty(), List.of(), Map.of())
        : new Visit.Joined(id, at, who, previous);
  }

  private Visitor who() {
    return new Visitor(
        fields.optional("userId", LONGEST_ID),
        fields.optional("anonymousId", LONGEST_ID),
        hash(context).or(() -> hash(fields.inside("traits"))),
        false);
  }

  private static Optional<String> hash(JsonFields place) {
    return place.plain("userHash").or(() -> place.plain("user_hash"));
  }
}
