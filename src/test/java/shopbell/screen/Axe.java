package shopbell.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The findings of axe-core: WCAG 2.2 to AA, and its best practices. */
final class Axe {
  private static final String AXE = axe();
  private static final String FAULTS = """
      axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.target + ' ' + n.failureSummary)))
      """;

  private Axe() {}

  /** A list, empty when all is well. */
  static Object faults(Tab tab) {
    tab.script(AXE);
    return tab.script(FAULTS);
  }

  private static String axe() {
    try (InputStream script = LookIT.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
