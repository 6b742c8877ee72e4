package shopbell.connector;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import shopbell.config.DidYouMean;

/** One map of a YAML file, with the place of each of its values; JSON is read as well. */
public final class YamlSection {
  private static final int MOST_CHARACTERS = 200_000;
  private static final int DEEPEST = 20;

  private final Node node;
  private final String file;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();

  private YamlSection(Node node, String file) {
    this.node = node;
    this.file = file;
    if (!(node instanceof MappingNode map)) {
      throw at(node, "a map of keys is expected");
    }
    for (NodeTuple tuple : map.getValue()) {
      String key = scalar(tuple.getKeyNode());
      keys.put(key, tuple.getKeyNode());
      if (values.put(key, tuple.getValueNode()) != null) {
        throw at(tuple.getKeyNode(), key + " stands here twice");
      }
    }
  }

  /** The whole file; {@link ConnectorError} when it is no YAML. It cannot create Java objects. */
  public static YamlSection of(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(DEEPEST);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        throw new ConnectorError("the file is empty", 1, 1);
      }
      return new YamlSection(root, text);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw mark == null
          ? new ConnectorError(e.getProblem(), 1, 1)
          : new ConnectorError(
              "no YAML: " + e.getProblem(), mark.getLine() + 1, mark.getColumn() + 1);
    } catch (YAMLException e) {
      throw new ConnectorError(
          "no YAML, or longer than " + MOST_CHARACTERS + " characters, or too deep", 1, 1);
    }
  }

  /** Refuses every key that is not in {@code known}. */
  public YamlSection only(String... known) {
    keys.forEach((key, where) -> {
      if (!List.of(known).contains(key)) {
        throw at(
            where,
            "unknown key " + key
                + DidYouMean.nearest(key, List.of(known))
                    .map(k -> "; did you mean " + k + "?")
                    .orElse("; use one of " + String.join(", ", known)));
      }
    });
    return this;
  }

  /** An error of this section as a whole. */
  public ConnectorError wrong(String what) {
    return at(node, what);
  }

  /** An error of one value; of the section when there is none. */
  public ConnectorError wrong(String key, String what) {
    return at(keys.getOrDefault(key, node), key + " " + what);
  }

  /** One value; empty when it is missing or an empty text. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key)).map(this::scalar).filter(text -> !text.isEmpty());
  }

  /** The same, and an error when it is missing or empty. */
  public String required(String key) {
    return text(key).orElseThrow(() -> wrong(key, "is missing"));
  }

  /** A whole number from {@code least} to {@code most}. */
  public int number(String key, int otherwise, int least, int most) {
    String text = text(key).orElse(Integer.toString(otherwise));
    if (!text.matches("\\d{1,6}")
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      throw wrong(key, "is a whole number from " + least + " to " + most);
    }
    return Integer.parseInt(text);
  }

  /** One of an enum's constants, written in small or capital letters, with - for _. */
  public <E extends Enum<E>> Optional<E> word(String key, Class<E> type) {
    return text(key).map(text -> {
      for (E constant : type.getEnumConstants()) {
        if (constant.name().equalsIgnoreCase(text.replace('-', '_'))) {
          return constant;
        }
      }
      List<String> known = new ArrayList<>();
      for (E constant : type.getEnumConstants()) {
        known.add(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
      throw at(values.get(key), key + " is one of " + String.join(", ", known));
    });
  }

  /** The map below {@code key}. */
  public Optional<YamlSection> part(String key) {
    return Optional.ofNullable(values.get(key)).map(value -> new YamlSection(value, file));
  }

  /** Each map of the list below {@code key}; empty without one. */
  public List<YamlSection> parts(String key) {
    return list(key).stream().map(item -> new YamlSection(item, file)).toList();
  }

  /** Each text of the list below {@code key}; empty without one. */
  public List<String> texts(String key) {
    return list(key).stream().map(this::scalar).toList();
  }

  private List<Node> list(String key) {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof SequenceNode list)) {
      throw at(value, key + " is a list");
    }
    return list.getValue();
  }

  /** The compiled expression below {@code key}. */
  public Optional<Expression> expression(String key) {
    return text(key).map(text -> compiled(text, (ScalarNode) values.get(key)));
  }

  /** Every value is an expression. */
  Map<String, Expression> expressions() {
    Map<String, Expression> all = new LinkedHashMap<>();
    values.forEach((key, value) -> all.put(key, compiled(scalar(value), (ScalarNode) value)));
    return all;
  }

  private Expression compiled(String text, ScalarNode where) {
    return Expression.compile(text.stripTrailing(), wrong -> inFile(wrong, where));
  }

  /** Converts the place of an error in the text of {@code where} to a place in this file. */
  private ConnectorError inFile(ConnectorError wrong, ScalarNode where) {
    Mark start = where.getStartMark();
    ScalarStyle style = where.getScalarStyle();
    boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
    int quote = style == ScalarStyle.PLAIN ? 0 : 1;
    int before = block ? indent(start.getLine() + 1) : start.getColumn() + quote;
    return new ConnectorError(
        wrong.getMessage(),
        start.getLine() + wrong.line() + (block ? 1 : 0),
        wrong.column() + (block || wrong.line() == 1 ? before : 0));
  }

  /** The indentation of the first non-empty line, at or below {@code line} from 0. */
  private int indent(int line) {
    return file.lines()
        .skip(line)
        .filter(text -> !text.isBlank())
        .findFirst()
        .map(text -> text.length() - text.stripLeading().length())
        .orElse(0);
  }

  private String scalar(Node value) {
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw at(value, "a text is expected");
  }

  private static ConnectorError at(Node where, String what) {
    Mark mark = where.getStartMark();
    return new ConnectorError(what, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
