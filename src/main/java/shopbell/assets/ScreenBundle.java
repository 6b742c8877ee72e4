package shopbell.assets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The screen as it is served: the page, and the few files it loads by names that change with their content. Built of
 * the many source files below {@code webroot}.
 */
@SuppressWarnings("ArrayRecordComponent") // sent as they are, never compared
record ScreenBundle(byte[] page, byte[] gzip, String tag, Map<String, Asset> assets) {
  /** Where files with a hash in their name are served. */
  static final String PLACE = "assets/";

  private static final String INDEX = "index.html";
  private static final Pattern STYLES =
      Pattern.compile("(?m)^<link rel=\"stylesheet\" href=\"([^\"]+)\">\\n");
  private static final Pattern SCRIPT =
      Pattern.compile("<script type=\"module\" src=\"([^\"]+)\"></script>");
  private static final Pattern FILE = Pattern.compile("href=\"([^\"]+\\.(?:woff2|svg))\"");
  private static final Pattern URL = Pattern.compile("url\\(\"([^\"]+)\"\\)");

  static ScreenBundle of(Webroot webroot) {
    Map<String, Asset> assets = new HashMap<>();
    String page = webroot.text(INDEX);
    String style = style(webroot, page, assets);
    page = STYLES.matcher(page).replaceAll("");
    page = replaced(
        page, FILE, found -> "href=\"./" + PLACE + put(webroot, INDEX, found, assets) + "\"");
    page = replaced(page, SCRIPT, found -> {
      ScriptBundles.BundleEntry bundleEntry =
          new ScriptBundles(webroot, assets).entry(AssetPaths.resolve(INDEX, found.group(1)));
      StringBuilder tags = new StringBuilder();
      tags.append("<link rel=\"stylesheet\" href=\"./" + PLACE + style + "\">\n");
      bundleEntry
          .beside()
          .forEach(name ->
              tags.append("<link rel=\"modulepreload\" href=\"./" + PLACE + name + "\">\n"));
      return tags + "<script type=\"module\" src=\"./" + PLACE + bundleEntry.script()
          + "\"></script>";
    });
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    return new ScreenBundle(
        bytes, Asset.packed("html", bytes), "\"" + Asset.hash(bytes) + "\"", Map.copyOf(assets));
  }

  /** All style sheets in the order of the page, as one. */
  private static String style(Webroot webroot, String page, Map<String, Asset> assets) {
    List<String> sheets = new ArrayList<>();
    STYLES.matcher(page).results().forEach(found -> {
      String path = AssetPaths.resolve(INDEX, found.group(1));
      sheets.add(replaced(
          webroot.text(path), URL, url -> "url(\"" + put(webroot, path, url, assets) + "\")"));
    });
    Asset sheet = Asset.of("style.css", String.join("\n", sheets).getBytes(StandardCharsets.UTF_8));
    assets.put(sheet.name(), sheet);
    return sheet.name();
  }

  private static String put(
      Webroot webroot, String from, MatchResult found, Map<String, Asset> assets) {
    String path = AssetPaths.resolve(from, found.group(1));
    Asset asset = Asset.of(path.substring(path.lastIndexOf('/') + 1), webroot.bytes(path));
    assets.put(asset.name(), asset);
    return asset.name();
  }

  private interface Replacement {
    String of(MatchResult found);
  }

  private static String replaced(String text, Pattern pattern, Replacement replacement) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(replacement.of(found)));
  }
}
