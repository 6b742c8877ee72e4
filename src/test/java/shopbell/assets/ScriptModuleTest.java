package shopbell.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules as functions among others in one file. */
class ScriptModuleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "import A from './a.js'              | const { default: A } = m['lib/a.js']",
        "import { a, b as c } from '../a.js' | const { a, b: c } = m['a.js']",
        "import A, { b } from '/x/a.js'      | const { default: A, b } = m['x/a.js']",
        "import * as a from './a.js'         | const a = m['lib/a.js']",
        "export const a = 1                  | const a = 1",
        "export async function a() {}        | async function a() {}",
        "export default { a: 1 }             | const exported = { a: 1 }",
      })
  void eachFormBecomesAStatement(String written, String becomes) {
    assertEquals(becomes, ScriptModule.read("lib/file.js", written).text().split("\n", -1)[0]);
  }

  @Test
  void whatIsExportedIsReturned() {
    ScriptModule module =
        ScriptModule.read("a.js", "export const a = 1\nexport default a\nexport * from './b.js'");
    assertTrue(module.text().endsWith("return { ...m['b.js'], a, default: exported }"));
    assertEquals(Set.of("b.js"), module.needs());
  }

  @Test
  void whatIsFetchedLaterIsNotNeededNow() {
    ScriptModule module =
        ScriptModule.read("screen/a.js", "const later = () => import('../people/B.js')");
    assertEquals(Set.of(), module.needs());
    assertEquals(Set.of("people/B.js"), module.later());
    assertTrue(module
        .statement(path -> "B.0.js")
        .contains("import('./B.0.js').then(chunk => chunk.default(m))"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import './effects.js'",
        "export let a = 1",
        "export { a }",
        "const later = name => import(`./${name}.js`)",
      })
  void aFormThatWouldBreakIsRefusedWithItsPlace(String written) {
    String why = assertThrows(
            IllegalStateException.class, () -> ScriptModule.read("lib/a.js", written))
        .getMessage();
    assertTrue(why.startsWith("webroot/lib/a.js: "), why);
  }
}
