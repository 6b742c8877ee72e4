package shopbell.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many source files become few files that browsers cache. */
class ScreenBundleTest {
  private static final Pattern LATER = Pattern.compile("\\bimport\\('([^']+)'\\)");

  @TempDir
  Path folder;

  @BeforeEach
  void write() throws IOException {
    write("index.html", """
        <link rel="icon" href="/favicon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/css/a.css">
        <link rel="stylesheet" href="./css/b.css">
        <script type="module" src="./app.js"></script>
        """);
    write("favicon.svg", "<svg/>");
    write("css/a.css", "@font-face { src: url(\"../fonts/f.woff2\") }");
    write("css/b.css", ".b { color: red }");
    write("fonts/f.woff2", "font");
    write("app.js", "import { b } from './lib/b.js'\nconst c = () => import('./lib/c.js')\n");
    write("lib/b.js", "export const b = 1\n");
    write("lib/c.js", "import { b } from './b.js'\nexport default b\n");
  }

  @Test
  void thePageAsksForOneStyleAndOneScript() {
    ScreenBundle made = ScreenBundle.of(new Webroot(folder));
    String page = new String(made.page(), StandardCharsets.UTF_8);
    assertEquals(3, page.split("\\./assets/").length - 1, page);
    assertEquals(5, made.assets().size());
    String style = content(made, "style");
    assertTrue(style.indexOf("font-face") < style.indexOf("color: red"));
    assertTrue(style.contains("url(\"f."), "a font lies beside the style that asks for it");
  }

  @Test
  void whatCameEarlierIsNotFetchedAgain() {
    ScreenBundle made = ScreenBundle.of(new Webroot(folder));
    assertTrue(content(made, "app").contains("const b = 1"));
    assertFalse(content(made, "c").contains("const b = 1"));
  }

  @Test
  void anEditedFileChangesTheNamesOfAllThatHoldIt() throws IOException {
    Webroot webroot = new Webroot(folder);
    ScreenBundle before = ScreenBundle.of(webroot);
    assertFalse(webroot.edited());
    write("lib/c.js", "export default 2\n");
    Files.setLastModifiedTime(folder.resolve("lib/c.js"), FileTime.fromMillis(1));
    assertTrue(webroot.edited());
    ScreenBundle after = ScreenBundle.of(new Webroot(folder));
    assertNotEquals(name(before, "c"), name(after, "c"));
    assertNotEquals(name(before, "app"), name(after, "app"));
    assertEquals(name(before, "style"), name(after, "style"));
    assertNotEquals(before.tag(), after.tag());
  }

  @Test
  void modulesInACircleAreRefused() throws IOException {
    write("lib/b.js", "import c from './c.js'\nexport const b = c\n");
    assertThrows(IllegalStateException.class, () -> ScreenBundle.of(new Webroot(folder)));
  }

  /** Script, style, icon, Vue and two fonts; each page and card that is loaded later is one file more. */
  @Test
  void theRealScreenIsMadeOfSixFilesAndOneForEachPartThatIsLoadedLater() throws IOException {
    ScreenBundle made = ScreenBundle.of(new Webroot(Path.of("webroot")));
    Set<String> later = new TreeSet<>();
    try (Stream<Path> scripts = Files.walk(Path.of("webroot"))) {
      for (Path script : scripts.filter(file -> file.toString().endsWith(".js")).toList()) {
        LATER
            .matcher(Files.readString(script))
            .results()
            .forEach(found -> later.add(script.resolveSibling(found.group(1)).normalize() + ""));
      }
    }
    assertEquals(6 + later.size(), made.assets().size(), made.assets().keySet().toString());
  }

  private static String name(ScreenBundle made, String file) {
    return made.assets().keySet().stream()
        .filter(name -> name.startsWith(file + "."))
        .findFirst()
        .orElseThrow();
  }

  private static String content(ScreenBundle made, String file) {
    return new String(made.assets().get(name(made, file)).content(), StandardCharsets.UTF_8);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
