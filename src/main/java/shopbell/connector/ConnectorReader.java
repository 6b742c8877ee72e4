package shopbell.connector;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import shopbell.connector.Authentication.AuthenticationKind;
import shopbell.connector.SignatureSpec.Algorithm;
import shopbell.connector.SignatureSpec.Encoding;

/** A connector's file, as docs/connector-expressions.md describes it; every expression in it is compiled here, once. */
public final class ConnectorReader {
  private static final int MOST_PAGES = 50;
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private ConnectorReader() {}

  /** Throws {@link ConnectorError} with line and column of what is wrong; an unknown key gets a suggestion. */
  public static Connector read(String yaml) {
    YamlSection file = YamlSection.of(yaml).only("name", "door", "source", "action");
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

  private static DoorSpec door(YamlSection door) {
    door.only("verify", "map", "answer", "challenge");
    return new DoorSpec(
        door.part("verify").map(ConnectorReader::verifier),
        map(door),
        door.part("answer").map(ConnectorReader::answer).orElse(DoorSpec.ReplySpec.ACCEPTED),
        door.expression("challenge"));
  }

  private static Expression map(YamlSection yamlSection) {
    return yamlSection.expression("map").orElseThrow(() -> yamlSection.wrong("map", "is missing"));
  }

  private static DoorSpec.ReplySpec answer(YamlSection answer) {
    answer.only("status", "type", "body");
    return new DoorSpec.ReplySpec(
        answer.number("status", 200, 200, 299),
        answer.text("type").orElse(""),
        answer.text("body").orElse(""));
  }

  private static SignatureSpec verifier(YamlSection verify) {
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
      return new SignatureSpec(
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

  private static Duration tolerance(YamlSection verify) {
    try {
      return verify
          .text("tolerance")
          .map(text -> Duration.parse("PT" + text.replace(" ", "")))
          .orElse(TOLERANCE);
    } catch (DateTimeParseException e) {
      throw verify.wrong("tolerance", "is a duration such as 5m or 30s");
    }
  }

  private static SourceSpec source(YamlSection source) {
    source.only("authentication", "steps", "map");
    return new SourceSpec(how(source), steps(source), map(source));
  }

  private static ActionSpec action(YamlSection action) {
    action.only("events", "authentication", "steps");
    Set<String> events = Set.of(action.required("events").strip().split("[,\\s]+", -1));
    return new ActionSpec(events, how(action), steps(action));
  }

  private static List<RequestStep> steps(YamlSection yamlSection) {
    List<RequestStep> steps = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlSection step : yamlSection.parts("steps")) {
      steps.add(step(step));
      if (!names.add(step.required("name"))) {
        throw step.wrong("name", "is that of a step before");
      }
    }
    if (steps.isEmpty()) {
      throw yamlSection.wrong("steps", "is missing: at least one request");
    }
    return steps;
  }

  private static Authentication how(YamlSection yamlSection) {
    return yamlSection
        .part("authentication")
        .map(ConnectorReader::authentication)
        .orElse(new Authentication(AuthenticationKind.NONE, Optional.empty(), Optional.empty()));
  }

  private static Authentication authentication(YamlSection how) {
    how.only("kind", "name", "template");
    try {
      return new Authentication(
          how.word("kind", AuthenticationKind.class)
              .orElseThrow(() -> how.wrong("kind", "is missing")),
          how.text("name"),
          how.text("template"));
    } catch (IllegalArgumentException e) {
      throw how.wrong(e.getMessage());
    }
  }

  private static RequestStep step(YamlSection step) {
    step.only("name", "method", "when", "path", "query", "headers", "body", "next", "mostPages");
    String method = step.text("method").orElse("GET");
    if (!List.of("GET", "POST", "PUT", "PATCH").contains(method)) {
      throw step.wrong("method", "is GET, POST, PUT or PATCH");
    }
    return new RequestStep(
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

  private static Map<String, Expression> expressions(YamlSection step, String key) {
    return step.part(key).map(YamlSection::expressions).orElse(Map.of());
  }
}
