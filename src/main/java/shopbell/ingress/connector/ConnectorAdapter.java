package shopbell.ingress.connector;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import shopbell.config.Secret;
import shopbell.connector.Connector;
import shopbell.connector.ConnectorError;
import shopbell.connector.DoorSpec;
import shopbell.connector.Expression;
import shopbell.connector.MappedEvents;
import shopbell.ingress.DoorReply;
import shopbell.ingress.DoorRequest;
import shopbell.ingress.DoorSettings;
import shopbell.ingress.EventAdapter;
import shopbell.ingress.ParsedRequest;
import shopbell.ingress.RequestPayload;
import shopbell.model.Rejected;
import shopbell.model.event.Inbound;

/** Parses any format that a connector file describes; each request uses the newest version of the file. */
public final class ConnectorAdapter implements EventAdapter {
  private static final int LONGEST_CHALLENGE = 1_000;

  private final DoorSettings door;
  private final Supplier<Connector> connector;
  private final Optional<SignatureVerifier> signature;

  /** With an {@code authToken} its signature is checked; without one the door's key counts. */
  public ConnectorAdapter(DoorSettings door, Supplier<Connector> connector) {
    this.door = door;
    this.connector = connector;
    this.signature = door.authToken().map(SignatureVerifier::new);
  }

  @Override
  public boolean signed() {
    return signature.isPresent() && spec().verify().isPresent();
  }

  @Override
  public boolean needsAddress() {
    return signature.isPresent()
        && spec().verify().filter(how -> how.content().contains("{url}")).isPresent();
  }

  @Override
  public boolean slow() {
    return true;
  }

  @Override
  public void verifyHead(DoorRequest head) {
    signature.ifPresent(check -> spec().verify().ifPresent(how -> check.checkHead(how, head)));
  }

  @Override
  public void verify(DoorRequest request) {
    signature.ifPresent(check -> spec().verify().ifPresent(how -> check.check(how, request)));
  }

  @Override
  public ParsedRequest read(DoorRequest request) {
    DoorSpec spec = spec();
    return new ParsedRequest(
        events(spec.map(), request),
        new DoorReply(
            spec.answer().status(), spec.answer().type(), spec.answer().body()));
  }

  private List<Inbound> events(Expression map, DoorRequest request) {
    Map<String, Object> seen = RequestPayload.of(request);
    Map<String, Object> defaults = new HashMap<>(Map.of("system", door.name()));
    door.queue().ifPresent(queue -> defaults.put("queue", queue));
    try {
      return MappedEvents.events(map, seen, door.name(), defaults, request.receivedAt());
    } catch (ConnectorError connectorError) {
      throw new Rejected(
          Rejected.Reason.SENSELESS, "The map of this door fails at " + connectorError.placed());
    }
  }

  @Override
  public Optional<String> challenged(DoorRequest request) {
    Map<String, Object> seen = new HashMap<>();
    seen.put("headers", RequestPayload.headers(request));
    seen.put("query", RequestPayload.query(request));
    Map<String, Object> variables = new HashMap<>(seen);
    variables.put("isKey", (Function<Object, Object>) this::isKey);
    return spec().challenge().map(challenge -> proof(challenge, seen, variables));
  }

  private static String proof(
      Expression challenge, Map<String, Object> seen, Map<String, Object> variables) {
    try {
      if (challenge.evaluate(seen, variables) instanceof String text
          && text.length() <= LONGEST_CHALLENGE) {
        return text;
      }
    } catch (ConnectorError connectorError) {
      throw new Rejected(
          Rejected.Reason.SENSELESS,
          "The challenge of this door fails at " + connectorError.placed());
    }
    throw new Rejected(Rejected.Reason.FORBIDDEN, "This proves nothing here.");
  }

  /** Whether the file defines a signature, and there is neither its secret nor a key of this door's own. */
  public boolean unproven() {
    return spec().verify().isPresent() && signature.isEmpty() && door.key().isEmpty();
  }

  @Override
  public Optional<String> connector() {
    return Optional.of(connector.get().name());
  }

  private boolean isKey(Object given) {
    return given instanceof String text
        && door.key().filter(key -> same(key, text)).isPresent();
  }

  private static boolean same(Secret key, String text) {
    return MessageDigest.isEqual(
        key.reveal().getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
  }

  private DoorSpec spec() {
    return connector.get().door().orElseThrow();
  }
}
