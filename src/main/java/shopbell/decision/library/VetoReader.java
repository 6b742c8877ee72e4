package shopbell.decision.library;

import static shopbell.decision.library.LibraryReader.checked;
import static shopbell.decision.library.LibraryReader.document;
import static shopbell.decision.library.LibraryReader.rule;
import static shopbell.decision.library.LibraryReader.text;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import shopbell.connector.YamlSection;
import shopbell.model.decision.ActionKind;
import shopbell.model.decision.LocalText;
import shopbell.model.decision.Veto;

/** Reads a veto from YAML or JSON, which have the same keys. */
public final class VetoReader {
  private VetoReader() {}

  /** Throws {@code ConnectorError} with line and column of what is wrong; an unknown key gets a suggestion. */
  public static Veto read(String yamlOrJson) {
    YamlSection file = document(yamlOrJson).only("name", "text", "rule", "kinds", "actions");
    String name = file.required("name");
    LocalText text = text(file, "text");
    String rule = rule(file, "rule");
    Set<ActionKind> kinds =
        file.texts("kinds").stream().map(word -> kind(file, word)).collect(Collectors.toSet());
    Set<String> actions = Set.copyOf(file.texts("actions"));
    return checked(file, () -> new Veto(name, text, rule, kinds, actions));
  }

  private static ActionKind kind(YamlSection file, String word) {
    return Arrays.stream(ActionKind.values())
        .filter(kind -> kind.toString().equals(word))
        .findFirst()
        .orElseThrow(
            () -> file.wrong("kinds", "has words of " + Arrays.toString(ActionKind.values())));
  }
}
