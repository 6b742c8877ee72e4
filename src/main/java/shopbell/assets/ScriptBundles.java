package shopbell.assets;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Combines the screen's modules into few files: one for the entry, and one for each dynamic import. A module that
 * several need is in each bundle not loaded after one that has it; it runs once.
 */
final class ScriptBundles {
  private static final String VENDOR = "webjars/";

  private final Webroot webroot;
  private final Map<String, Asset> assets;
  private final Map<String, ScriptModule> modules = new HashMap<>();
  private final Map<String, String> chunks = new HashMap<>();
  private final Map<String, String> vendors = new LinkedHashMap<>();

  /** Adds the bundles to {@code assets}, by name. */
  ScriptBundles(Webroot webroot, Map<String, Asset> assets) {
    this.webroot = webroot;
    this.assets = assets;
  }

  /** The name of the script that starts with {@code path}, and of the scripts it loads at once. */
  record BundleEntry(String script, Set<String> beside) {}

  /** The scripts of a page that begins with {@code path}. */
  BundleEntry entry(String path) {
    Map<String, ScriptModule> own = closure(path, Set.of());
    allNeeds(own).forEach(vendor -> vendors.put(vendor, put(file(vendor), webroot.bytes(vendor))));
    StringBuilder text = new StringBuilder();
    StringBuilder table = new StringBuilder("const m = { ");
    vendors.forEach((vendor, name) -> {
      String as = "v" + table.length();
      text.append("import * as ").append(as).append(" from './").append(name).append("'\n");
      table.append("'").append(vendor).append("': ").append(as).append(", ");
    });
    text.append(table).append("}\n").append(statements(own, own.keySet()));
    return new BundleEntry(put(file(path), bytes(text)), new LinkedHashSet<>(vendors.values()));
  }

  private Set<String> allNeeds(Map<String, ScriptModule> own) {
    Set<String> vendors = new LinkedHashSet<>();
    own.values()
        .forEach(module ->
            module.needs().stream().filter(need -> need.startsWith(VENDOR)).forEach(vendors::add));
    return vendors;
  }

  private String statements(Map<String, ScriptModule> own, Set<String> had) {
    StringBuilder text = new StringBuilder();
    own.values().forEach(module -> text.append(module.statement(later -> chunk(later, had))));
    return text.toString();
  }

  /** A function that adds the modules missing in {@code had} to the table, and returns the module at {@code path}. */
  private String chunk(String path, Set<String> had) {
    String known = chunks.get(path + had);
    if (known != null) {
      return known;
    }
    Map<String, ScriptModule> own = closure(path, had);
    if (!vendors.keySet().containsAll(allNeeds(own))) {
      throw new IllegalStateException(
          "webroot/" + path + " needs a library that the page does not have");
    }
    Set<String> all = new LinkedHashSet<>(had);
    all.addAll(own.keySet());
    String text = "export default m => {\n" + statements(own, all)
        + "return { __esModule: true, ...m['" + path + "'] }\n}\n";
    String name = put(file(path), text.getBytes(StandardCharsets.UTF_8));
    chunks.put(path + had, name);
    return name;
  }

  /** Each module after those it needs. */
  private Map<String, ScriptModule> closure(String path, Set<String> had) {
    Map<String, ScriptModule> own = new LinkedHashMap<>();
    visit(path, had, own, new LinkedHashSet<>());
    return own;
  }

  private void visit(String path, Set<String> had, Map<String, ScriptModule> own, Set<String> way) {
    if (path.startsWith(VENDOR) || had.contains(path) || own.containsKey(path)) {
      return;
    }
    if (!way.add(path)) {
      throw new IllegalStateException("webroot: modules need each other in a circle: " + way);
    }
    ScriptModule module =
        modules.computeIfAbsent(path, file -> ScriptModule.read(file, webroot.text(file)));
    module.needs().forEach(need -> visit(need, had, own, way));
    way.remove(path);
    own.put(path, module);
  }

  private String put(String file, byte[] content) {
    Asset asset = Asset.of(file, content);
    assets.put(asset.name(), asset);
    return asset.name();
  }

  private static String file(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static byte[] bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
