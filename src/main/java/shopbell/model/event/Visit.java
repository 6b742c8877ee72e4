package shopbell.model.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Handle;
import shopbell.model.Rejected;

/** An event of one visitor, as a shop's page or app reports it. */
public sealed interface Visit {
  /** The system name of customer records that only the journey has created. */
  String SYSTEM = "journey";

  /** Unique among all visits; the same id again is the same visit. */
  String id();

  /** When it happened, by our clock. */
  Instant at();

  /** The visitor. */
  Visitor who();

  /** A copy with the visitor {@code visitor}. */
  Visit by(Visitor visitor);

  /** One step of a visit: a page, a screen, an action. {@code outcome} is for example failed or abandoned. */
  record VisitStep(
      String id,
      Instant at,
      Visitor who,
      String channel,
      String name,
      Map<String, String> properties,
      Optional<String> outcome)
      implements Visit {
    public VisitStep {
      if (name.isBlank() || name.length() > 200) {
        throw Rejected.field("/event", "has 1 to 200 characters");
      }
      properties = Map.copyOf(properties);
    }

    @Override
    public VisitStep by(Visitor visitor) {
      return new VisitStep(id, at, visitor, channel, name, properties, outcome);
    }
  }

  /** The visitor identified themselves. An absent value was not sent, and removes nothing. */
  record Identified(
      String id,
      Instant at,
      Visitor who,
      Optional<String> name,
      List<Handle> handles,
      Map<String, String> attributes)
      implements Visit {
    public Identified {
      name = name.map(String::strip).filter(n -> !n.isEmpty() && n.length() <= 500);
      handles = List.copyOf(handles);
      attributes = Map.copyOf(attributes);
    }

    @Override
    public Identified by(Visitor visitor) {
      return new Identified(id, at, visitor, name, handles, attributes);
    }

    /** A copy with {@code normalised} in the place of its handles. */
    public Identified withHandles(List<Handle> normalised) {
      return new Identified(id, at, who, name, normalised, attributes);
    }
  }

  /** A cookie or an older id turns out to belong to the signed-in {@code who}. */
  record Joined(String id, Instant at, Visitor who, String previous) implements Visit {
    public Joined {
      if (previous.isBlank() || previous.length() > 180) {
        throw Rejected.field("/previousId", "has 1 to 180 characters");
      }
      if (who.user().isEmpty()) {
        throw Rejected.field("/userId", "is required to join an earlier id to it");
      }
    }

    @Override
    public Visit by(Visitor visitor) {
      // without a signed-in person, the earlier id has no person to be joined to
      return visitor.user().isEmpty()
          ? new Identified(id, at, visitor, Optional.empty(), List.of(), Map.of())
          : new Joined(id, at, visitor, previous);
    }
  }

  /** The visitor belongs to a company, named by the shop's own id of it. */
  record Grouped(String id, Instant at, Visitor who, String group, Optional<String> name)
      implements Visit {
    public Grouped {
      if (group.isBlank() || group.length() > 180) {
        throw Rejected.field("/groupId", "has 1 to 180 characters");
      }
      name = name.map(String::strip).filter(n -> !n.isEmpty() && n.length() <= 500);
    }

    @Override
    public Grouped by(Visitor visitor) {
      return new Grouped(id, at, visitor, group, name);
    }
  }
}
