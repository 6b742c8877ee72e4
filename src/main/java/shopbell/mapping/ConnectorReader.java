package shopbell.mapping;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import shopbell.mapping.Authentication.Kind;
import shopbell.mapping.Verifier.Algorithm;
import shopbell.mapping.Verifier.Encoding;

/** A connector's file, as docs/connectors.md describes it; every expression in it is compiled here, once. */
public final class ConnectorReader {
  private static final int MOST_PAGES = 50;
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private ConnectorReader() {}

  /** Throws {@link Mistake} with line and column of what is wrong; an unknown key gets a suggestion. */
  public static Connector read(String yaml) {
    Part file = Part.of(yaml).only("name", "door", "source", "action");
    String name = file.required("name");
    if (!name.matches("[a-z0-9][a-z0-9-]{0,49}")) {
      throw file.wrong("name", "has small letters, digits and -");
    }
    if (Stream.of("door", "source", "action").allMatch(part -> file.part(part).isEmpty())) {
      throw file.wrong("a connector has a door, a source or an action");
    }
    return new Connector(
        name,
        file.part("door").map(ConnectorReader::door),
        file.part("source").map(ConnectorReader::source),
        file.part("action").map(ConnectorReader::action));
  }

  private static DoorSpec door(Part door) {
    door.only("verify", "map", "answer", "challenge");
    return new DoorSpec(
        door.part("verify").map(ConnectorReader::verifier),
        map(door),
        door.part("answer").map(ConnectorReader::answer).orElse(DoorSpec.Answer.ACCEPTED),
        door.expression("challenge"));
  }

  private static Expression map(Part part) {
    return part.expression("map").orElseThrow(() -> part.wrong("map", "is missing"));
  }

  private static DoorSpec.Answer answer(Part answer) {
    answer.only("status", "type", "body");
    return new DoorSpec.Answer(
        answer.number("status", 200, 200, 299),
        answer.text("type").orElse(""),
        answer.text("body").orElse(""));
  }

  private static Verifier verifier(Part verify) {
    verify.only(
        "algorithm",
        "header",
        "content",
        "encoding",
        "prefix",
        "secretPrefix",
        "timestampHeader",
        "idHeader",
        "tolerance");
    try {
      return new Verifier(
          verify
              .word("algorithm", Algorithm.class)
              .orElseThrow(() -> verify.wrong("algorithm", "is missing")),
          verify.required("header"),
          verify.text("content").orElse("{body}"),
          verify.word("encoding", Encoding.class).orElse(Encoding.HEX),
          verify.text("prefix").orElse(""),
          verify.text("secretPrefix").orElse(""),
          verify.text("timestampHeader"),
          verify.text("idHeader"),
          tolerance(verify));
    } catch (IllegalArgumentException e) {
      throw verify.wrong(e.getMessage());
    }
  }

  private static Duration tolerance(Part verify) {
    try {
      return verify
          .text("tolerance")
          .map(text -> Duration.parse("PT" + text.replace(" ", "")))
          .orElse(TOLERANCE);
    } catch (DateTimeParseException e) {
      throw verify.wrong("tolerance", "is a duration such as 5m or 30s");
    }
  }

  private static SourceSpec source(Part source) {
    source.only("authentication", "steps", "map");
    return new SourceSpec(how(source), steps(source), map(source));
  }

  private static ActionSpec action(Part action) {
    action.only("events", "authentication", "steps");
    Set<String> events = Set.of(action.required("events").strip().split("[,\\s]+", -1));
    return new ActionSpec(events, how(action), steps(action));
  }

  private static List<Step> steps(Part part) {
    List<Step> steps = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Part step : part.parts("steps")) {
      steps.add(step(step));
      if (!names.add(step.required("name"))) {
        throw step.wrong("name", "is that of a step before");
      }
    }
    if (steps.isEmpty()) {
      throw part.wrong("steps", "is missing: at least one request");
    }
    return steps;
  }

  private static Authentication how(Part part) {
    return part.part("authentication")
        .map(ConnectorReader::authentication)
        .orElse(new Authentication(Kind.NONE, Optional.empty(), Optional.empty()));
  }

  private static Authentication authentication(Part how) {
    how.only("kind", "name", "template");
    try {
      return new Authentication(
          how.word("kind", Kind.class).orElseThrow(() -> how.wrong("kind", "is missing")),
          how.text("name"),
          how.text("template"));
    } catch (IllegalArgumentException e) {
      throw how.wrong(e.getMessage());
    }
  }

  private static Step step(Part step) {
    step.only("name", "method", "when", "path", "query", "headers", "body", "next", "mostPages");
    String method = step.text("method").orElse("GET");
    if (!List.of("GET", "POST", "PUT", "PATCH").contains(method)) {
      throw step.wrong("method", "is GET, POST, PUT or PATCH");
    }
    return new Step(
        step.required("name"),
        method,
        step.expression("when"),
        step.expression("path").orElseThrow(() -> step.wrong("path", "is missing")),
        expressions(step, "query"),
        expressions(step, "headers"),
        step.expression("body"),
        step.expression("next"),
        step.number("mostPages", 1, 1, MOST_PAGES));
  }

  private static Map<String, Expression> expressions(Part step, String key) {
    return step.part(key).map(Part::expressions).orElse(Map.of());
  }
}
