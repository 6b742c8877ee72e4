package shopbell.assets;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One JavaScript module, rewritten as a function body: its imports become reads of the table {@code m}, its exports the
 * returned object. Only the forms of import and export this project uses are supported; any other is an error rather
 * than a wrong program.
 *
 * <p>{@code needs} are paths below the root that must run before it, {@code later} those it imports when it runs.
 */
record ScriptModule(String path, String text, Set<String> needs, Set<String> later) {
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import\\s+([^'\"]+?)\\s+from\\s+'([^']+)'");
  private static final Pattern STAR = Pattern.compile("(?m)^export\\s+\\*\\s+from\\s+'([^']+)'");
  private static final Pattern DEFAULT = Pattern.compile("(?m)^export\\s+default\\s");
  private static final Pattern NAMED =
      Pattern.compile("(?m)^export\\s+((?:const|class|function|async\\s+function)\\s+)([\\w$]+)");
  private static final Pattern LATER = Pattern.compile("\\bimport\\('([^']+)'\\)");
  private static final Pattern OTHER =
      Pattern.compile("(?m)^(?:import|export)\\b.*|\\bimport\\([^'].*");

  /** {@code text} is the content of the file at {@code path}. */
  static ScriptModule read(String path, String text) {
    Set<String> needs = new LinkedHashSet<>();
    Set<String> later = new LinkedHashSet<>();
    List<String> gives = new ArrayList<>();
    String body = replaced(text, IMPORT, found -> {
      needs.add(AssetPaths.resolve(path, found.group(2)));
      return taken(found.group(1)) + " = m['" + AssetPaths.resolve(path, found.group(2)) + "']";
    });
    body = replaced(body, STAR, found -> {
      needs.add(AssetPaths.resolve(path, found.group(1)));
      gives.add("...m['" + AssetPaths.resolve(path, found.group(1)) + "']");
      return "";
    });
    body = replaced(body, NAMED, found -> {
      gives.add(found.group(2));
      return found.group(1) + found.group(2);
    });
    body = replaced(body, DEFAULT, found -> {
      gives.add("default: exported");
      return "const exported = ";
    });
    refuse(path, LATER.matcher(body).replaceAll(""));
    LATER
        .matcher(body)
        .results()
        .forEach(found -> later.add(AssetPaths.resolve(path, found.group(1))));
    return new ScriptModule(
        path, body + "\nreturn { " + String.join(", ", gives) + " }", needs, later);
  }

  /** A statement that adds the module to the table, unless another chunk has done so. */
  String statement(UnaryOperator<String> chunk) {
    String body = replaced(
        text,
        LATER,
        found -> "import('./" + chunk.apply(AssetPaths.resolve(path, found.group(1)))
            + "').then(chunk => chunk.default(m))");
    return "m['" + path + "'] ??= (() => {\n" + body + "\n})()\n";
  }

  /** {@code X, { a, b as c }} as a destructuring pattern. */
  private static String taken(String clause) {
    if (clause.startsWith("* as ")) {
      return "const " + clause.substring("* as ".length());
    }
    int brace = clause.indexOf('{');
    String named = brace < 0
        ? ""
        : clause
            .substring(brace + 1, clause.lastIndexOf('}'))
            .replaceAll("\\s+as\\s+", ": ")
            .strip();
    String first =
        (brace < 0 ? clause : clause.substring(0, brace)).replace(",", "").strip();
    String separator = first.isEmpty() || named.isEmpty() ? "" : ", ";
    return "const { " + (first.isEmpty() ? "" : "default: " + first) + separator + named + " }";
  }

  private static void refuse(String path, String body) {
    Matcher other = OTHER.matcher(body);
    if (other.find()) {
      throw new IllegalStateException("webroot/" + path
          + ": this form of import or export is not understood: " + other.group());
    }
  }

  private interface Replacement {
    String of(java.util.regex.MatchResult found);
  }

  private static String replaced(String text, Pattern pattern, Replacement replacement) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(replacement.of(found)));
  }
}
