package shopbell.journey.tracking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import shopbell.json.JsonFields;

/**
 * The part of a message's {@code context} that helps to understand a step later; IP address and browser fingerprint are
 * left out.
 */
final class MessageContext {
  private MessageContext() {}

  static Map<String, String> of(JsonFields context) {
    Map<String, String> found = new LinkedHashMap<>();
    JsonFields page = context.inside("page");
    put(found, "path", page.plain("path"));
    put(found, "title", page.plain("title"));
    put(found, "campaign", context.inside("campaign").plain("name"));
    put(found, "session", context.plain("sessionId"));
    put(
        found,
        "app",
        context.inside("app").plain("name").filter(name -> !name.startsWith("Rudder")));
    put(found, "os", context.inside("os").plain("name"));
    put(found, "device", device(context));
    return found;
  }

  private static Optional<String> device(JsonFields context) {
    JsonFields device = context.inside("device");
    return device
        .plain("type")
        .or(() -> device.plain("model"))
        .or(() -> device.plain("name"))
        .or(() -> context
            .inside("userAgentData")
            .plain("mobile")
            .map(mobile -> mobile.equals("true") ? "phone" : "desktop"))
        .or(() ->
            context.plain("userAgent").map(agent -> agent.contains("Mobi") ? "phone" : "desktop"));
  }

  private static void put(Map<String, String> found, String name, Optional<String> value) {
    value.filter(text -> text.length() <= 500).ifPresent(text -> found.put(name, text));
  }
}
